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
import { startWebhookBalancer } from './webhook-balancer';
import { WorkerPair } from './worker-pair';

export interface ChaosWorld {
  /** The emulators' address, without faults in between. */
  address: string;
  /** Where Twilio reaches the workers. */
  publicUrl: string;
  twilioAuthToken: string;
  workers: WorkerPair;
  logDirectory: string;
  discord: () => DiscordSnapshot;
  twilio: () => TwilioSnapshot;
  stop(): Promise<void>;
}

const root = join(__dirname, '../../..');

/** Postgres, the emulators, and two built workers that reach them only through proxies that break things. */
export async function startChaosWorld(faults: Faults, onProgress: (line: string) => void): Promise<ChaosWorld> {
  const logDirectory = join(root, '.sandbox', `chaos-${process.pid}`);
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
      discord: discord.snapshot,
      twilio: twilio.snapshot,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
