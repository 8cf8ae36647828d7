import { createArticleSearch } from '@discord-channel/knowledge-base';
import { createTwilioConversations } from '@discord-channel/virtual-agent';
import type { Logger } from 'pino';
import { commands } from './commands';
import type { GatewayConfig } from './config';
import { createDiscordRest } from './discord/create-discord-rest';
import { openGateway } from './discord/open-gateway';
import { runEffects } from './effects/run-effects';
import { atMost } from './flow/at-most';
import { keepTrying } from './flow/keep-trying';
import { createLanes } from './flow/lanes';
import { createHttpServer, twilioPaths } from './http/create-http-server';
import { createAttemptedRows } from './inbound/attempted-rows';
import { backFill } from './inbound/back-fill';
import { createGatewayMemory } from './inbound/gateway-memory';
import { handleInbox } from './inbound/handle-inbox';
import { carryToPlayer } from './outbound/carry-to-player';
import { receiveWebhook } from './outbound/receive-webhook';
import { reconcile } from './outbound/reconcile';
import { forgetOldContent } from './start/forget-old-content';
import { introduceBot } from './start/introduce-bot';
import { openWorkerPool } from './start/open-worker-pool';
import { createStartPhase } from './start/start-phase';
import { waitForDatabase, whyNotReady } from './start/wait-for-database';
import { pendingBackfills } from './store/backfills';
import { loadSession } from './store/gateway-session';
import { waitingLanes } from './store/inbox';
import { dmChannelsWaiting } from './store/outbox';
import { receiveTaskEvents } from './tasks/receive-task-events';
import { createConversationsApi } from './twilio/create-conversations-api';
import { createTwilioClient } from './twilio/create-twilio-client';
import { watchTwilio } from './twilio/watch-twilio';

export interface StartWorkerOptions {
  config: GatewayConfig;
  logger: Logger;
  /** Aborted when the worker is to end, also while it is still starting. */
  signal: AbortSignal;
  /** Told when no repetition helps: the process is to end with this error. */
  onFatal: (error: Error) => void;
}

export interface RunningWorker {
  /** Where the HTTP receiver listens. */
  address: string;
  /** Takes nothing new, finishes what is in hand, and leaves Discord's session resumable. */
  stop(): Promise<void>;
}

const inboundConcurrency = 32;
const outboundConcurrency = 32;
const backfillConcurrency = 8;
/** Milliseconds for a page of a channel at least: 8 at once then take half of Discord's 50 requests a second. */
const backfillPaceMs = 320;
/** Milliseconds that one call of the virtual agent may go on starting answers. */
const answerBudgetMs = 7_000;
/** Milliseconds that the last events may take to be stored when the worker stops; Discord replays what is not. */
const flushMs = 5_000;
/** Milliseconds that jobs may take to come to an end; another worker runs those that do not again. */
const jobsMs = 5_000;
/** Milliseconds to take leave of the database. */
const disconnectMs = 2_000;

/**
 * Assembles and starts the worker: HTTP receiver, database, queues, jobs, gateway. Waits for what is down, trying
 * again with clear logs, and resolves when it is connected to all but the gateway, which connects by itself. The
 * receiver comes first, so that /healthz and /readyz answer meanwhile; Twilio is told 503 until there is a database.
 */
export async function startWorker({ config, logger, signal, onFatal }: StartWorkerOptions): Promise<RunningWorker> {
  const pool = openWorkerPool(config.databaseUrl, logger);
  const rest = createDiscordRest(config.discord);
  const twilio = createTwilioClient(config.twilio);
  const conversations = createConversationsApi(twilio);
  const virtualAgent = {
    database: pool,
    twilio: createTwilioConversations(twilio, config.twilio),
    articles: createArticleSearch({ database: pool, monotonicNow: () => performance.now() }),
    logger,
    monotonicNow: () => performance.now(),
    answerBudgetMs,
  };

  const outbound = createLanes({
    name: 'outbound',
    concurrency: outboundConcurrency,
    step: (dmChannelId) => carryToPlayer({ pool, rest, conversations, logger }, dmChannelId),
    logger,
  });
  const stopping = new AbortController();
  const watch = watchTwilio({
    client: twilio,
    workspaceSid: config.twilio.workspaceSid,
    logger,
    signal: stopping.signal,
  });
  const phase = createStartPhase();
  let isConnected = () => false;
  let knownApplicationId: string | undefined;
  const http = createHttpServer({
    authToken: config.twilio.authToken,
    publicUrl: config.publicUrl,
    onConversationWebhook: (fields) =>
      phase.withDatabase(() => receiveWebhook({ pool, lanes: outbound, logger }, fields)),
    onTaskEvents: (body) => phase.withDatabase(() => receiveTaskEvents({ pool, logger }, body)),
    whyNotReady: async () => phase.waitingFor() ?? watch.whyNotReady() ?? (await whyNotReady(pool, isConnected)),
    announcements: config.announcementsSecret
      ? { pool, applicationId: () => knownApplicationId, secret: config.announcementsSecret }
      : undefined,
    logger,
  });
  const address = await http.listen({ port: config.port, host: '0.0.0.0' });
  logger.info({ address }, 'listening');

  await waitForDatabase({ pool, logger, signal });
  phase.enter('introducing');
  const { applicationId } = await introduceBot({ rest, commands, logger, signal });
  knownApplicationId = applicationId;
  // The database may go away again at any moment, also while the worker starts.
  const [session, inbox, waitingDms] = await keepTrying(
    () => Promise.all([loadSession(pool, applicationId), waitingLanes(pool), dmChannelsWaiting(pool)]),
    { what: 'read where the last worker stopped', logger, signal },
  );

  const inboundDependencies = {
    pool,
    rest,
    applicationId,
    conversations,
    commands,
    links: config.links,
    wake: (lane: string) => inbound.wake(lane),
    studioFlowSid: config.twilio.studioFlowSid,
    webhookUrl: `${config.publicUrl}${twilioPaths.conversations}`,
    attempted: createAttemptedRows(inbox.lastPosition),
    logger,
  };
  const inbound = createLanes({
    name: 'inbound',
    concurrency: inboundConcurrency,
    step: (lane) => handleInbox(inboundDependencies, lane),
    logger,
  });
  const backfills = createLanes({
    name: 'back-fill',
    concurrency: backfillConcurrency,
    step: (dm) => backFill({ pool, rest, applicationId, lanes: inbound, logger, paceMs: backfillPaceMs }, dm),
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
    pool,
    rest,
    applicationId,
    lanes: outbound,
    inboundLanes: inbound,
    conversations,
    virtualAgent,
    logger,
    onFatal,
  };
  const effects = await keepTrying(() => runEffects(jobs), { what: 'start the jobs', logger, signal });
  for (const lane of inbox.lanes) inbound.wake(lane);
  void wakeBackfills();
  for (const dmChannelId of waitingDms) outbound.wake(dmChannelId);
  const reconciling = reconcile({ pool, conversations, lanes: outbound, logger, signal: stopping.signal });
  const forgetting = forgetOldContent({ pool, logger, signal: stopping.signal });
  const gateway = openGateway({ botToken: config.discord.botToken, rest, memory, logger, onFatal });
  isConnected = gateway.isConnected;
  phase.enter('started');

  return {
    address,
    async stop() {
      await gateway.leave();
      await http.close();
      await atMost(jobsMs, effects.stop());
      await atMost(flushMs, memory.flush());
      stopping.abort();
      await Promise.all([inbound.stop(), outbound.stop(), backfills.stop(), reconciling, forgetting]);
      await atMost(disconnectMs, pool.end());
    },
  };
}
