import { accountSid, answerPolicyVariables, flowSid, workflowSid, workspaceSid } from '@discord-channel/contracts';
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
  LANGUAGE_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Base address of an OpenAI-compatible API, such as https://api.openai.com/v1: answers are then written by a language model out of the articles found. Left out, the articles are offered.',
    ),
  LANGUAGE_MODEL_NAME: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the model, as that API calls it. Needed with LANGUAGE_MODEL_URL.'),
  LANGUAGE_MODEL_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Key of that API, sent as a bearer token; left out for one that wants none.'),
  LANGUAGE_MODEL_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(500)
    .max(5_000)
    .default(4_000)
    .describe('How long a language model may take, in milliseconds, 500 to 5000. After that the articles are offered.'),
  ...answerPolicyVariables,
});
export type FunctionsConfig = z.infer<typeof functionsConfigSchema>;
