import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { world } from '../world';
import { type RunningProcess, runProcess } from './run-process';

export interface WorkerOptions {
  port: number;
  databaseUrl: string;
  /** The sandbox's page server: Discord's API and Twilio's hosts are there. */
  sandboxAddress: string;
  twilioAuthToken: string;
  discordBotToken: string;
  announcementsSecret: string;
  logFile: string;
  /** The built worker; that of this repository when nothing is said. */
  program?: string;
}

/** Variables to replace, or with undefined to take away. */
export type EnvironmentChanges = Readonly<Record<string, string | undefined>>;

const root = join(__dirname, '../../..');

/** Node's options and malloc's as the image of the worker has them: what is measured here is what runs there. */
function optionsOfImage(): { node: string[]; malloc: EnvironmentChanges } {
  const dockerfile = readFileSync(join(root, 'discord-gateway/Dockerfile'), 'utf8');
  const commands = [...dockerfile.matchAll(/^CMD (\[.*\])$/gm)].map(([, json = '[]']) => JSON.parse(json) as string[]);
  return {
    node: (commands.at(-1) ?? []).filter((word) => word.startsWith('--')),
    malloc: Object.fromEntries(
      [...dockerfile.matchAll(/^ENV (MALLOC_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
    ),
  };
}

/**
 * Starts the built worker as it runs in production, with nothing but its documented environment; a file loaded
 * before it sends Twilio's hosts to the emulator. Waits for nothing.
 */
export function launchWorker(
  { port, sandboxAddress, logFile, program = join(root, 'discord-gateway/dist/main.js'), ...options }: WorkerOptions,
  changes: EnvironmentChanges = {},
): RunningProcess {
  const { accountSid, studioFlowSid, workspaceSid, workflow } = world.twilio;
  const { node, malloc } = optionsOfImage();
  const environment = {
    ...malloc,
    SANDBOX_TWILIO_URL: sandboxAddress,
    DISCORD_BOT_TOKEN: options.discordBotToken,
    DISCORD_API_URL: `${sandboxAddress}/discord/api`,
    DISCORD_CDN_URL: `${sandboxAddress}/discord/cdn`,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: options.twilioAuthToken,
    TWILIO_STUDIO_FLOW_SID: studioFlowSid,
    TWILIO_WORKSPACE_SID: workspaceSid,
    TWILIO_WORKFLOW_SID: workflow.sid,
    GATEWAY_PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_DIRECT_URL: options.databaseUrl,
    ANNOUNCEMENTS_SECRET: options.announcementsSecret,
    KNOWN_ISSUES_URL: 'https://wumpus-quest.example/known-issues',
    LATEST_RELEASES_URL: 'https://wumpus-quest.example/releases',
    PORT: String(port),
    LOG_LEVEL: 'debug',
    ...changes,
  };
  return runProcess({
    arguments: ['--require', join(root, 'sandbox/src/network/redirect-twilio.cjs'), ...node, program],
    workingDirectory: root,
    environment,
    logFile,
  });
}
