import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { renderFlow } from '../../serverless/studio/render-flow';
import { systemClock } from './clock';
import { createDiscord } from './discord';
import { startPostgres } from './postgres/start-postgres';
import { freePort } from './processes/free-port';
import { runScript } from './processes/run-script';
import { setUpServer } from './processes/set-up-server';
import { type SupervisedWorker, superviseWorker } from './processes/supervise-worker';
import { createSecrets } from './secrets';
import { type PluginFiles, startFlexServer } from './servers/start-flex-server';
import { startPageServer } from './servers/start-page-server';
import { createTwilio } from './twilio/create-twilio';
import { startFunctionsHost } from './twilio/functions-host/start-functions-host';
import { world } from './world';

export interface SandboxOptions {
  /** Port of the page; the Flex desktop takes the next one. 0 takes free ones. */
  port: number;
  onProgress: (line: string) => void;
  /** What was deployed, to be run instead of what was built here. */
  deployed?: DeployedParts;
}

export interface DeployedParts {
  /** The Functions' project: `dist/functions` is in it. */
  functionsDirectory: string;
  plugin: PluginFiles;
  /** The flow, with the Functions at this address. */
  flow: (functionsUrl: string) => unknown;
}

export interface Sandbox {
  /** The one address that people open. */
  address: string;
  logDirectory: string;
  /** Resolves when a part that must run has ended by itself. */
  died: Promise<Error>;
  stop(): Promise<void>;
}

const root = join(__dirname, '../..');
/** By this process: each has logs of its own. */
let started = 0;

/**
 * Starts everything that the product needs, and the product: Postgres, the emulated Discord and Twilio, the real Flex
 * UI, the Functions in Twilio's own runtime, and the worker.
 */
export async function startSandbox({ port, onProgress, deployed }: SandboxOptions): Promise<Sandbox> {
  const logDirectory = join(root, '.sandbox', `run-${process.pid}${started === 0 ? '' : `-${started}`}`);
  started += 1;
  mkdirSync(logDirectory, { recursive: true });
  const logger = pino(
    { level: 'info', base: undefined },
    pino.destination({ dest: join(logDirectory, 'emulators.log'), mkdir: true, sync: true }),
  );
  const stopping: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopPart of stopping.splice(0).reverse()) await stopPart();
  };
  try {
    return {
      ...(await startParts({ port, onProgress, deployed, logger, logDirectory, stopping })),
      logDirectory,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Starting extends SandboxOptions {
  logger: Logger;
  logDirectory: string;
  /** What to stop, in the order of starting. */
  stopping: (() => Promise<void>)[];
}

async function startParts({ port, onProgress, deployed, logger, logDirectory, stopping }: Starting) {
  const secrets = createSecrets();
  const postgres = await startPostgres();
  stopping.push(postgres.stop);
  const databaseUrl = await postgres.database('sandbox');
  onProgress('Postgres is up');
  await runScript('migrate.ts', [], { DATABASE_DIRECT_URL: databaseUrl });
  await runScript(
    'publish-knowledge.ts',
    [join(root, 'sandbox/knowledge'), '--application', world.discord.application.id],
    { DATABASE_DIRECT_URL: databaseUrl },
  );
  onProgress('The database is migrated and the articles are published');

  let ready = false;
  let worker: SupervisedWorker | undefined;
  const workerPort = await freePort();
  const page = { address: '' };
  const flex = { address: '' };
  const twilio = createTwilio({ authToken: secrets.twilioAuthToken, logger });
  stopping.push(async () => twilio.close());
  const discord = createDiscord({
    world: world.discord,
    botToken: secrets.discordBotToken,
    publicUrl: () => page.address,
    logger,
    clock: systemClock,
  });
  const setUpDiscord = (changes: object) =>
    setUpServer(changes, {
      DISCORD_BOT_TOKEN: secrets.discordBotToken,
      DISCORD_API_URL: `${page.address}/discord/api`,
      DATABASE_DIRECT_URL: databaseUrl,
    });
  const pageServer = await startPageServer({
    port,
    discord,
    twilio,
    isReady: () => ready,
    flexAddress: () => flex.address,
    announce: (announcement) =>
      fetch(`http://127.0.0.1:${workerPort}/announcements`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secrets.announcementsSecret}`, 'content-type': 'application/json' },
        body: JSON.stringify(announcement),
      }),
    setUpServer: setUpDiscord,
    killWorker: async (changes) => worker?.killAndRestart(changes),
    leaveWorkerDown: async () => worker?.kill(),
    logger,
  });
  stopping.push(pageServer.close);
  page.address = pageServer.address;
  const flexServer = await startFlexServer({
    port: port === 0 ? 0 : port + 1,
    twilio,
    plugin: deployed?.plugin,
    logger,
  });
  stopping.push(flexServer.close);
  flex.address = flexServer.address;

  // Beside the Functions, which take longer to start.
  const serverSetUp = setUpDiscord({});
  const [functions] = await Promise.all([
    startFunctionsHost({
      baseDirectory: deployed?.functionsDirectory ?? join(root, 'serverless'),
      accountSid: world.twilio.accountSid,
      authToken: secrets.twilioAuthToken,
      environment: {
        DATABASE_URL: databaseUrl,
        TWILIO_STUDIO_FLOW_SID: world.twilio.studioFlowSid,
        TWILIO_WORKSPACE_SID: world.twilio.workspaceSid,
        TWILIO_WORKFLOW_SID: world.twilio.workflow.sid,
        FLEX_ORIGIN: flex.address,
      },
      twilioUrl: page.address,
      logger,
    }),
    serverSetUp,
  ]);
  stopping.push(functions.stop);
  onProgress('The Functions are up and the Discord server is set up');

  twilio.configure({
    flow: deployed?.flow(functions.url) ?? readFlow(functions.url),
    functionsUrl: functions.url,
    eventSink: `http://127.0.0.1:${workerPort}/twilio/events`,
  });
  const started = await superviseWorker({
    port: workerPort,
    databaseUrl,
    sandboxAddress: page.address,
    ...secrets,
    logFile: join(logDirectory, 'worker.log'),
  });
  worker = started;
  stopping.push(started.stop);
  onProgress('The worker is up');
  ready = true;
  const died = started.died.then(() => new Error(`The worker ended by itself. Its log is in ${logDirectory}.`));
  return { address: page.address, died };
}

function readFlow(functionsUrl: string): unknown {
  const flow: unknown = JSON.parse(readFileSync(join(root, 'serverless/studio/discord-channel.json'), 'utf8'));
  const { workflow, taskChannel, functions } = world.twilio;
  return renderFlow(flow, {
    FUNCTIONS_URL: functionsUrl,
    FUNCTIONS_SERVICE_SID: functions.serviceSid,
    FUNCTIONS_ENVIRONMENT_SID: functions.environmentSid,
    ON_MESSAGE_FUNCTION_SID: functions.onMessageSid,
    OPEN_CASE_FUNCTION_SID: functions.openCaseSid,
    HANDOFF_FAILED_FUNCTION_SID: functions.handoffFailedSid,
    WORKFLOW_SID: workflow.sid,
    CHAT_CHANNEL_SID: taskChannel.sid,
  });
}
