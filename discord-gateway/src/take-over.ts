import type { Pool } from '@discord-channel/database';
import { requestSearchIndexes } from '@discord-channel/knowledge-base';
import { commands } from './commands';
import { openGateway } from './discord/open-gateway';
import { runEffects } from './effects/run-effects';
import { atMost } from './flow/at-most';
import { keepTrying } from './flow/keep-trying';
import { wakeForgotten } from './flow/wake-forgotten';
import { createAttemptedRows } from './inbound/attempted-rows';
import { createGatewayMemory } from './inbound/gateway-memory';
import { holdLease } from './lease/hold-lease';
import { LeaseLost } from './lease/lease-lost';
import type { Metrics } from './metrics/create-metrics';
import { reconcile } from './outbound/reconcile';
import { createReconcileTimes } from './outbound/reconcile-times';
import { forgetOldContent } from './start/forget-old-content';
import { introduceBot } from './start/introduce-bot';
import { openClients } from './start/open-clients';
import { openLanes } from './start/open-lanes';
import { openWorkerPool } from './start/open-worker-pool';
import { whyNotReady } from './start/wait-for-database';
import type { StartWorkerOptions } from './start-worker';
import { pendingBackfills } from './store/backfills';
import { conversationsToMark } from './store/delivery-marks';
import { loadSession } from './store/gateway-session';
import { shareGuilds } from './store/guilds';
import { lanesWaiting, maybeAttempted } from './store/inbox';
import { leaseMs, type TakenLease } from './store/leases';
import { dmChannelsWaiting } from './store/outbox';
import { hearCalls } from './store/wake-calls';
import { twilioTimeoutMs } from './twilio/create-twilio-client';
import { watchTwilio } from './twilio/watch-twilio';

export interface TakeOverOptions extends StartWorkerOptions {
  /** Of the process, whether it is active or not: for renewing the lease. */
  receiverPool: Pool;
  applicationId: string;
  lease: TakenLease;
  /** Of the process, too: they are scraped before it is active. */
  metrics: Metrics;
}

export interface ActiveWorker {
  /** Something waits for this DM. */
  wakeOutbound(dmChannelId: string): void;
  /** Whether the gateway is connected. */
  isConnected(): boolean;
  /** Gateway events that are received and not yet in the database. */
  uncommittedEvents(): number;
  /** The pool of the work itself. */
  readonly pool: Pool;
  /** What keeps messages from flowing, in words for an operator; undefined when they flow. */
  whyNotReady(): Promise<string | undefined>;
  /** Leaves the gateway, closes the receivers, finishes what is in hand and gives the lease up. */
  stop(closeReceivers: () => Promise<unknown>): Promise<void>;
}

/** Milliseconds that the last events may take to be stored when the worker stops; Discord replays what is not. */
const flushMs = 5_000;
/** Milliseconds that jobs may take to come to an end; another worker runs those that do not again. */
const jobsMs = 5_000;
/** Milliseconds to take leave of the database. */
const disconnectMs = 2_000;

/**
 * Assembles and starts everything that one worker at a time may do: queues, jobs, gateway. Resolves when it is
 * connected to all but the gateway, which connects by itself. Called when the lease was taken.
 */
export async function takeOver(options: TakeOverOptions): Promise<ActiveWorker> {
  const { config, logger, signal, onFatal, receiverPool, applicationId, lease, metrics } = options;
  const { epoch } = lease;
  const stopping = new AbortController();
  const held = holdLease({
    pool: receiverPool,
    applicationId,
    epoch,
    logger,
    signal: stopping.signal,
    onLost(error) {
      metrics.lease({ active: false });
      onFatal(error);
    },
  });
  const pool = openWorkerPool(config.databaseUrl, { applicationId, epoch, logger });
  const clients = openClients({
    config,
    pool,
    metrics,
    logger,
    mayCall: held.whenHeld,
    signal: stopping.signal,
  });
  const { rest, conversations } = clients;
  const isFinal = (error: unknown) => error instanceof LeaseLost;

  await introduceBot({ rest, logger, signal }, applicationId, commands);
  // The database may go away again at any moment, also while the worker starts.
  const [session, formerRows, toMark] = await keepTrying(
    () => Promise.all([loadSession(pool, applicationId), maybeAttempted(pool), conversationsToMark(pool)]),
    { what: 'read where the last worker stopped', logger, signal, isFinal },
  );

  const watch = watchTwilio({
    client: clients.twilio,
    workspaceSid: config.twilio.workspaceSid,
    logger,
    signal: stopping.signal,
  });
  const formerSettlesInMs = settlesInMs(lease);
  const { inbound, outbound, marks, backfills } = openLanes({
    config,
    pool,
    clients,
    applicationId,
    attempted: createAttemptedRows({
      formerRows,
      formerSettlesInMs,
      requestTimeoutMs: twilioTimeoutMs,
    }),
    metrics,
    logger,
  });
  const wakeBackfills = async () => {
    const pending = await keepTrying(() => pendingBackfills(pool, applicationId), {
      what: 'read which channels are to be read',
      logger,
      signal: stopping.signal,
    }).catch(() => []); // Only the end of the worker stops it.
    for (const dmChannelId of pending) backfills.wake(dmChannelId);
  };
  const memory = createGatewayMemory({
    pool,
    rest,
    applicationId,
    session,
    lanes: inbound,
    commands,
    onNewSession: () => void wakeBackfills(),
    logger,
    signal: stopping.signal,
  });
  const jobs = {
    silence: config.silence,
    caseReminderSeconds: config.caseReminderSeconds,
    pool,
    rest,
    applicationId,
    lanes: outbound,
    inboundLanes: inbound,
    conversations,
    syncDocuments: clients.syncDocuments,
    virtualAgent: clients.virtualAgent,
    logger,
    onFatal,
    onJobEnded: metrics.jobEnded,
    formerSettlesInMs,
    signal: stopping.signal,
  };
  const effects = await keepTrying(() => runEffects(jobs), { what: 'start the jobs', logger, signal, isFinal });
  // Known to the worker already, they may be new to who writes articles.
  await keepTrying(() => shareGuilds(pool, applicationId), { what: 'share the servers', logger, signal, isFinal });
  // A new release may read another format, for which nothing was built yet.
  await keepTrying(() => requestSearchIndexes(pool, applicationId), {
    what: 'ask for the search indexes',
    logger,
    signal,
    isFinal,
  });
  const calls = hearCalls({ pool, onCall: outbound.wake, logger, signal: stopping.signal });
  const waking = wakeForgotten({
    queues: [
      { waiting: () => lanesWaiting(pool), lanes: inbound },
      { waiting: () => dmChannelsWaiting(pool), lanes: outbound },
    ],
    logger,
    signal: stopping.signal,
  });
  void wakeBackfills();
  for (const conversationSid of toMark) marks.wake(conversationSid);
  const compared = { pool, conversations, lanes: outbound, logger, signal: stopping.signal };
  const reconciling = reconcile({ ...compared, onPoll: () => metrics.extraRequest('poll') }, createReconcileTimes());
  const forgetting = forgetOldContent({ pool, logger, signal: stopping.signal });
  const gateway = openGateway({
    botToken: config.discord.botToken,
    rest,
    memory,
    onSession: metrics.gatewaySession,
    logger,
    onFatal,
  });
  metrics.lease({ active: true, epoch });

  return {
    wakeOutbound: outbound.wake,
    isConnected: gateway.isConnected,
    uncommittedEvents: memory.waiting,
    pool,
    whyNotReady: async () =>
      watch.whyNotReady() ?? (await whyNotReady(pool, { isConnected: gateway.isConnected, isLeaseHeld: held.isHeld })),
    async stop(closeReceivers) {
      metrics.lease({ active: false });
      await gateway.leave();
      await closeReceivers();
      await atMost(jobsMs, effects.stop());
      await atMost(flushMs, memory.flush());
      stopping.abort();
      await Promise.all([
        inbound.stop(),
        outbound.stop(),
        marks.stop(),
        backfills.stop(),
        reconciling,
        forgetting,
        calls,
        waking,
      ]);
      await atMost(disconnectMs, held.stop({ inOrder: true }));
      await atMost(disconnectMs, pool.end());
    },
  };
}

/**
 * Milliseconds for which a request of the worker before may still be under way: it may have believed in its lease
 * for `leaseMs` after it was last heard of, and begun a request at the end of that.
 */
function settlesInMs({ formerSilentMs }: TakenLease): number {
  return formerSilentMs === null ? 0 : Math.max(0, leaseMs + twilioTimeoutMs - formerSilentMs);
}
