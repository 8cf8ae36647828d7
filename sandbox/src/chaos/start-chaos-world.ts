import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { systemClock } from '../clock';
import { createDiscord, type DiscordSnapshot } from '../discord';
import { startPostgres } from '../postgres/start-postgres';
import { runScript } from '../processes/run-script';
import { createSecrets } from '../secrets';
import { createApp } from '../servers/create-app';
import { listen } from '../servers/listen';
import { createTwilio, type TwilioSnapshot } from '../twilio/create-twilio';
import { world } from '../world';
import type { Faults } from './faults';
import { queryOnce } from './query-once';
import { startWebhookBalancer } from './webhook-balancer';
import { WorkerPair } from './worker-pair';

/** What players did and the gateway has told. */
interface Told {
  players: readonly string[];
  /** How often they edited or deleted a message. */
  changes: number;
}

export interface ChaosWorld {
  /** The emulators' address, without faults in between. */
  address: string;
  /** Where Twilio reaches the workers. */
  publicUrl: string;
  twilioAuthToken: string;
  workers: WorkerPair;
  logDirectory: string;
  /** Straight to the database. */
  databaseUrl: string;
  /** Stops Postgres and starts it again with its data; where that is not ours to do, cuts every connection. */
  restartDatabase(): Promise<void>;
  /** Whether the relay has stored that these players exist, and so many edits and deletions. Says when something may be broken, not what was seen. */
  areStored(told: Told): Promise<boolean>;
  /** Whether the session that the relay has stored is one that Discord knows. Says when something may be broken. */
  isSessionStored(): Promise<boolean>;
  discord: () => DiscordSnapshot;
  twilio: () => TwilioSnapshot;
  stop(): Promise<void>;
}

const root = join(__dirname, '../../..');
let started = 0;

export interface ChaosWorldOptions {
  faults: Faults;
  onProgress: (line: string) => void;
  /** The built worker; that of this repository when nothing is said. */
  program?: string;
}

/** Postgres, the emulators, and two built workers that reach them only through proxies that break things. */
export async function startChaosWorld({ faults, onProgress, program }: ChaosWorldOptions): Promise<ChaosWorld> {
  started += 1;
  const logDirectory = join(root, '.sandbox', `chaos-${process.pid}-${started}`);
  mkdirSync(logDirectory, { recursive: true });
  const logger = pino({ level: 'error', base: undefined }, pino.destination(join(logDirectory, 'emulators.log')));
  const stopping: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const stopPart of stopping.splice(0).reverse()) await stopPart();
  };
  try {
    const secrets = createSecrets();
    const postgres = await startPostgres();
    stopping.push(postgres.stop);
    const databaseUrl = await postgres.database('chaos');
    await runScript('migrate.ts', [], { DATABASE_DIRECT_URL: databaseUrl });
    onProgress('Postgres is up');

    const page = { address: '' };
    const twilio = createTwilio({ authToken: secrets.twilioAuthToken, logger });
    const { discordBotToken: botToken, twilioAuthToken } = secrets;
    const discord = createDiscord({
      world: world.discord,
      botToken,
      publicUrl: () => page.address,
      logger,
      clock: systemClock,
    });
    const app = createApp(logger);
    await discord.register(app);
    await twilio.register(app);
    const server = await listen(app, 0, [discord, twilio]);
    stopping.push(server.close, async () => twilio.close());
    page.address = server.address;

    const balancer = await startWebhookBalancer(faults);
    stopping.push(balancer.close);
    const workers = await WorkerPair.start({
      emulators: server.address,
      databaseUrl,
      publicUrl: balancer.address,
      secrets,
      faults,
      program,
      logFile: (name) => join(logDirectory, `${name}.log`),
    });
    balancer.serve(workers);
    stopping.push(() => workers.stop());
    onProgress('Two workers are up');
    return {
      address: server.address,
      publicUrl: balancer.address,
      twilioAuthToken,
      workers,
      logDirectory,
      databaseUrl,
      restartDatabase: async () => (postgres.restart ? postgres.restart() : workers.cutDatabase()),
      areStored: (told) => areStored(databaseUrl, told).catch(() => false),
      isSessionStored: () => isSessionStored(databaseUrl, discord.snapshot()).catch(() => false),
      discord: discord.snapshot,
      twilio: twilio.snapshot,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function areStored(databaseUrl: string, { players, changes }: Told): Promise<boolean> {
  const channels = await queryOnce<{ user_id: string }>(databaseUrl, 'select user_id from relay.dm_channels');
  const known = new Set(channels.map((row) => row.user_id));
  const [stored] = await queryOnce<{ changes: string }>(
    databaseUrl,
    // Only of players' messages: Discord tells of what the bot itself takes away from a DM, too.
    `select count(*) as changes from relay.inbox change where kind = 'change' and exists (
       select from relay.inbox message where message.discord_id = split_part(change.discord_id, ':', 2))`,
  );
  return players.every((id) => known.has(id)) && Number(stored?.changes) >= changes;
}

async function isSessionStored(databaseUrl: string, { sessions }: DiscordSnapshot): Promise<boolean> {
  const stored = await queryOnce<{ session_id: string }>(databaseUrl, 'select session_id from relay.gateway_sessions');
  return stored.some((row) => sessions.some(({ id }) => id === row.session_id));
}
