import { accountSid, flowSid, workflowSid, workspaceSid } from '@discord-channel/contracts';
import { z } from 'zod';

/** What the Functions read from their context. ACCOUNT_SID and AUTH_TOKEN are put there by Twilio. */
export const functionsConfigSchema = z.object({
  ACCOUNT_SID: accountSid.describe(
    'SID of the Twilio account. Twilio sets it when the service includes the account’s credentials (the default).',
  ),
  AUTH_TOKEN: z.string().min(1).describe('Auth token of the Twilio account. Twilio sets it together with ACCOUNT_SID.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .describe(
      'Connection string of Postgres, through a transaction pooler and with TLS (sslmode=verify-full), for a role that may read and write but not migrate.',
    ),
  TWILIO_STUDIO_FLOW_SID: flowSid.describe(
    'SID of the Studio flow that hears of players’ messages: Twilio console, Studio, Flows. Put back when a hand-off fails.',
  ),
  TWILIO_WORKSPACE_SID: workspaceSid.describe(
    'SID of Flex’s TaskRouter workspace: Twilio console, TaskRouter, Workspaces, "Flex Task Assignment".',
  ),
  TWILIO_WORKFLOW_SID: workflowSid.describe(
    'SID of the TaskRouter workflow that hand-offs are routed by: in that workspace, Workflows.',
  ),
  FLEX_ORIGIN: z
    .url()
    .default('https://flex.twilio.com')
    .describe('Origin that agents open Flex at, the only one whose pages may read the panel’s API.'),
});
export type FunctionsConfig = z.infer<typeof functionsConfigSchema>;
