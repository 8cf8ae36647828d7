import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { world } from '../world';
import { lastLines, type RunningProcess, runProcess } from './run-process';

export interface WorkerOptions {
  port: number;
  databaseUrl: string;
  /** The sandbox's page server: Discord's API and Twilio's hosts are there. */
  sandboxAddress: string;
  twilioAuthToken: string;
  discordBotToken: string;
  logFile: string;
}

const readyWithinMs = 30_000;
const root = join(__dirname, '../../..');

/**
 * Starts the built worker as it runs in production, with nothing but its documented environment; a file loaded
 * before it sends Twilio's hosts to the emulator. Resolves when /readyz says so.
 * @throws Error with the last lines of its log.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningProcess> {
  const { port, sandboxAddress, logFile } = options;
  const { accountSid, studioFlowSid, workspaceSid, workflow } = world.twilio;
  const worker = runProcess({
    arguments: [
      '--require',
      join(root, 'sandbox/src/network/redirect-twilio.cjs'),
      '--enable-source-maps',
      join(root, 'discord-gateway/dist/main.js'),
    ],
    workingDirectory: root,
    environment: {
      SANDBOX_TWILIO_URL: sandboxAddress,
      DISCORD_BOT_TOKEN: options.discordBotToken,
      DISCORD_API_URL: `${sandboxAddress}/discord/api`,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: options.twilioAuthToken,
      TWILIO_STUDIO_FLOW_SID: studioFlowSid,
      TWILIO_WORKSPACE_SID: workspaceSid,
      TWILIO_WORKFLOW_SID: workflow.sid,
      GATEWAY_PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_DIRECT_URL: options.databaseUrl,
      PORT: String(port),
      LOG_LEVEL: 'debug',
    },
    logFile,
  });
  const outcome = await Promise.race([untilReady(port), worker.ended.then(() => 'ended' as const)]);
  if (outcome === 'ready') return worker;
  await worker.stop();
  throw new Error(`The worker ${outcome === 'ended' ? 'ended' : 'was not ready in time'}:\n${lastLines(logFile)}`);
}

async function untilReady(port: number): Promise<'ready' | 'late'> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return 'ready';
    await wait(100);
  }
  return 'late';
}
