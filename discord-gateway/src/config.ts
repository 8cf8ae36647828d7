import {
  accountSid,
  answerPolicyVariables,
  flowSid,
  readEnvironment,
  syncServiceSid,
  toAnswerPolicy,
  workflowSid,
  workspaceSid,
} from '@discord-channel/contracts';
import { z } from 'zod';

const withoutTrailingSlash = z.url().transform((url) => url.replace(/\/+$/, ''));

/** The worker's environment. `.env.example` is generated from the descriptions. */
export const gatewayEnvironment = z.object({
  DISCORD_BOT_TOKEN: z
    .string()
    .min(20)
    .describe(
      'Token of the Discord bot. Discord developer portal (discord.com/developers), your application, "Bot", "Reset Token".',
    ),
  DISCORD_API_URL: withoutTrailingSlash
    .default('https://discord.com/api')
    .describe('Base URL of the Discord REST API, without the version. Leave it out unless you go through a proxy.'),
  DISCORD_REQUESTS_PER_SECOND: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .describe(
      'Requests a second that Discord allows the bot over all routes. 50, unless Discord has raised the limit of yours.',
    ),
  DISCORD_CDN_URL: withoutTrailingSlash
    .default('https://cdn.discordapp.com')
    .describe(
      "Base URL of Discord's file hosts, where players' files are. Leave it out unless you go through a proxy.",
    ),
  TWILIO_ACCOUNT_SID: accountSid.describe('Account SID of the Flex project. Twilio Console, "Account Info". AC...'),
  TWILIO_AUTH_TOKEN: z
    .string()
    .min(1)
    .describe(
      'Auth token of the same account. Twilio Console, "Account Info". Signs the requests from Twilio, so nothing works without it.',
    ),
  TWILIO_STUDIO_FLOW_SID: flowSid.describe(
    'The Studio flow that answers players. Twilio Console, "Studio", the flow "discord-channel". FW...',
  ),
  TWILIO_WORKSPACE_SID: workspaceSid.describe(
    'The TaskRouter workspace of Flex. Twilio Console, "TaskRouter", "Flex Task Assignment". WS...',
  ),
  TWILIO_WORKFLOW_SID: workflowSid.describe(
    'The workflow that hand-offs are routed by. The same workspace, "Workflows". WW...',
  ),
  TWILIO_SYNC_SERVICE_SID: z
    .union([z.literal('default'), syncServiceSid])
    .default('default')
    .describe(
      'The Sync service that the tokens of Flex are good for: desks hear of changed cases in it. Leave it out unless Flex uses another than the account’s default one. Twilio Console, "Sync". IS...',
    ),
  GATEWAY_PUBLIC_URL: withoutTrailingSlash.describe(
    'Where Twilio reaches this worker, without a trailing slash, e.g. https://gateway.example.com. Signatures are checked against it.',
  ),
  DATABASE_DIRECT_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe(
      'Postgres, a direct connection and not a transaction pooler (the worker listens for jobs). postgres://user:password@host:5432/name',
    ),
  KNOWN_ISSUES_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Your page of known bugs. The answer to /bug has a card that links to it; left out, there is no such card.',
    ),
  LATEST_RELEASES_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Your page of releases. The answer to /new_feature has a card that links to it; left out, there is no such card.',
    ),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port of the HTTP receiver: webhooks, /healthz, /readyz and /metrics.'),
  WAITING_NOTICES_MINUTES: z
    .string()
    .default('2,7,15')
    .transform((text) => text.split(',').map(Number))
    .refine(
      (minutes) => minutes.every((value, i) => value >= 0 && (i === 0 || value > (minutes[i - 1] ?? 0))),
      'must be growing numbers of minutes with commas in between, or 0',
    )
    .describe(
      'After how many minutes in the queue a player is told that the wait goes on: growing numbers with commas in between. 0 tells nothing.',
    ),
  AGENT_SILENT_MINUTES: z.coerce
    .number()
    .min(0)
    .max(1_440)
    .default(5)
    .describe('After how many minutes without an answer to the player the agent is reminded in the chat. 0: never.'),
  PLAYER_SILENT_HOURS: z.coerce
    .number()
    .min(0)
    .max(90)
    .default(24)
    .describe(
      'After how many hours without a word from the player a chat with an agent is ended. 0: never; the conversation closes after four days by itself.',
    ),
  CASE_REMINDER_HOURS: z.coerce
    .number()
    .min(0)
    .max(8_760)
    .default(72)
    .describe(
      'After how many hours without news of an open case its player is asked in the DM whether it is solved. Counted from the next change of a case on. 0: never.',
    ),
  ...answerPolicyVariables,
  ANNOUNCEMENTS_SECRET: z
    .string()
    .min(20)
    .optional()
    .describe(
      'What your own systems show to POST /announcements as a bearer token: 20 characters or more that you make up. Without it there is no such endpoint.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(20)
    .optional()
    .describe(
      'What Prometheus shows to GET /metrics as a bearer token: 20 characters or more that you make up. Without it there is no such endpoint, since the port is open to the Internet.',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    .default('info')
    .describe('Least level that is logged: trace, debug, info, warn, error or fatal.'),
});

export type GatewayConfig = ReturnType<typeof readConfig>;

/**
 * Reads the worker's configuration, once, at start.
 * @throws EnvironmentError naming every variable that is missing or wrong.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = readEnvironment(gatewayEnvironment, environment);
  return {
    answerPolicy: toAnswerPolicy(read),
    discord: {
      botToken: read.DISCORD_BOT_TOKEN,
      apiUrl: read.DISCORD_API_URL,
      cdnUrl: read.DISCORD_CDN_URL,
      requestsPerSecond: read.DISCORD_REQUESTS_PER_SECOND,
    },
    twilio: {
      accountSid: read.TWILIO_ACCOUNT_SID,
      authToken: read.TWILIO_AUTH_TOKEN,
      studioFlowSid: read.TWILIO_STUDIO_FLOW_SID,
      workspaceSid: read.TWILIO_WORKSPACE_SID,
      workflowSid: read.TWILIO_WORKFLOW_SID,
      syncServiceSid: read.TWILIO_SYNC_SERVICE_SID,
    },
    publicUrl: read.GATEWAY_PUBLIC_URL,
    databaseUrl: read.DATABASE_DIRECT_URL,
    links: { knownIssues: read.KNOWN_ISSUES_URL, latestReleases: read.LATEST_RELEASES_URL },
    port: read.PORT,
    silence: {
      waitingNotices: read.WAITING_NOTICES_MINUTES.filter((minutes) => minutes > 0).map((minutes) => minutes * 60),
      agent: read.AGENT_SILENT_MINUTES * 60,
      player: read.PLAYER_SILENT_HOURS * 3_600,
    },
    caseReminderSeconds: read.CASE_REMINDER_HOURS * 3_600,
    announcementsSecret: read.ANNOUNCEMENTS_SECRET,
    metricsToken: read.METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
    /** What may stand in no log. */
    secrets: [
      read.DISCORD_BOT_TOKEN,
      read.TWILIO_AUTH_TOKEN,
      new URL(read.DATABASE_DIRECT_URL).password,
      read.ANNOUNCEMENTS_SECRET ?? '',
      read.METRICS_TOKEN ?? '',
    ],
  };
}
