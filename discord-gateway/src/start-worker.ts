import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config';
import { createDiscordRest } from './discord/create-discord-rest';
import { atMost } from './flow/at-most';
import { createBatch } from './flow/create-batch';
import { createHttpServer } from './http/create-http-server';
import { waitForLease } from './lease/wait-for-lease';
import { createMetrics } from './metrics/create-metrics';
import { receiveWebhook } from './outbound/receive-webhook';
import { learnApplication } from './start/introduce-bot';
import { openReceiverPool } from './start/open-worker-pool';
import { createStartPhase } from './start/start-phase';
import { waitForDatabase } from './start/wait-for-database';
import { addToOutbox, type ReceivedMessage } from './store/add-to-outbox';
import { readQueues } from './store/queue-readings';
import { callActiveWorker } from './store/wake-calls';
import { type ActiveWorker, takeOver } from './take-over';
import { receiveTaskEvents } from './tasks/receive-task-events';

export interface StartWorkerOptions {
  config: GatewayConfig;
  logger: Logger;
  /** Aborted when the worker is to end, also while it is still starting. */
  signal: AbortSignal;
  /** Told when no repetition helps: the process is to end with this error. */
  onFatal: (error: Error) => void;
}

export interface RunningWorker {
  /** Takes nothing new, finishes what is in hand, and leaves Discord's session resumable. */
  stop(): Promise<void>;
}

/** Milliseconds to take leave of the database. */
const disconnectMs = 2_000;

/**
 * Starts the worker: it receives at once, stands by until no other worker is active, then takes over. Waits for what
 * is down, trying again with clear logs, and resolves when it is active. The receiver comes first, so that /healthz
 * and /readyz answer meanwhile; Twilio is told 503 until there is a database, and a stand-by stores what comes.
 */
export async function startWorker(options: StartWorkerOptions): Promise<RunningWorker> {
  const { config, logger, signal } = options;
  const receiverPool = openReceiverPool(config.databaseUrl, logger);
  const phase = createStartPhase();
  let active: ActiveWorker | undefined;
  let knownApplicationId: string | undefined;
  const metrics = createMetrics({
    readQueues: () => readQueues(receiverPool),
    isConnected: () => active?.isConnected() ?? false,
    uncommittedEvents: () => active?.uncommittedEvents() ?? 0,
    connections: () => ({ receiver: receiverPool, ...(active && { worker: active.pool }) }),
  });
  const wake = (dmChannelId: string) => {
    if (active) return active.wakeOutbound(dmChannelId);
    callActiveWorker(receiverPool, dmChannelId).catch((error: unknown) => {
      logger.warn({ err: error, dmChannelId }, 'the active worker could not be called; it finds the message later');
    });
  };
  const store = createBatch({
    run: (messages: readonly ReceivedMessage[]) => addToOutbox(receiverPool, messages),
  });
  const http = createHttpServer({
    authToken: config.twilio.authToken,
    publicUrl: config.publicUrl,
    onConversationWebhook: (fields) =>
      phase.withDatabase(() => receiveWebhook({ pool: receiverPool, store, wake, logger }, fields)),
    onTaskEvents: (body) => phase.withDatabase(() => receiveTaskEvents({ pool: receiverPool, logger }, body)),
    whyNotReady: async () => phase.waitingFor() ?? (await active?.whyNotReady()),
    announcements: config.announcementsSecret
      ? { pool: receiverPool, applicationId: () => knownApplicationId, secret: config.announcementsSecret }
      : undefined,
    metrics: config.metricsToken ? { ...metrics, token: config.metricsToken } : undefined,
    logger,
  });
  const address = await http.listen({ port: config.port, host: '0.0.0.0' });
  logger.info({ address }, 'listening');

  await waitForDatabase({ pool: receiverPool, logger, signal });
  phase.enter('introducing');
  const rest = createDiscordRest({ ...config.discord, observer: metrics.observers.discord });
  const applicationId = await learnApplication({ rest, logger, signal });
  knownApplicationId = applicationId;
  phase.enter('standing-by');
  const holder = `${hostname()} ${process.pid}`;
  const lease = await waitForLease({ pool: receiverPool, applicationId, holder, logger, signal });
  phase.enter('taking-over');
  const started = await takeOver({ ...options, receiverPool, applicationId, lease, metrics });
  active = started;
  phase.enter('started');
  return {
    async stop() {
      await started.stop(() => http.close());
      await atMost(disconnectMs, receiverPool.end());
    },
  };
}
