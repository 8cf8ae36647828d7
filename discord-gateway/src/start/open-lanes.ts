import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { commands } from '../commands';
import type { GatewayConfig } from '../config';
import { createLanes } from '../flow/lanes';
import { twilioPaths } from '../http/create-http-server';
import type { AttemptedRows } from '../inbound/attempted-rows';
import { backFill } from '../inbound/back-fill';
import { createFollowedLanguages } from '../inbound/followed-languages';
import { handleInbox } from '../inbound/handle-inbox';
import { createInboxBatches } from '../inbound/inbox-batches';
import type { Metrics } from '../metrics/create-metrics';
import { carryToPlayer } from '../outbound/carry-to-player';
import { createMarkStep } from '../outbound/mark-delivered';
import { createOutboundBatches } from '../outbound/outbound-batches';
import type { Clients } from './open-clients';

export interface OpenLanesOptions {
  config: GatewayConfig;
  pool: Pool;
  clients: Clients;
  applicationId: string;
  /** Rows of the inbox that the worker before may have posted. */
  attempted: AttemptedRows;
  metrics: Metrics;
  logger: Logger;
}

const inboundConcurrency = 32;
const outboundConcurrency = 32;
const backfillConcurrency = 8;
/** Marks are for the eye: they leave the connections to the messages. */
const marksConcurrency = 2;
/** Milliseconds for a mark at least: 2 at once then take 20 requests a second, however many agents write. */
const marksPaceMs = 100;
/** Milliseconds for a page of a channel at least: 8 at once then take half of Discord's 50 requests a second. */
const backfillPaceMs = 320;

/** The queues of the active worker: one row at a time of each DM or conversation, many of them side by side. */
export function openLanes({ config, pool, clients, applicationId, attempted, metrics, logger }: OpenLanesOptions) {
  const { rest, conversations } = clients;
  const inboundDependencies = {
    pool,
    batches: createInboxBatches(pool),
    rest,
    applicationId,
    conversations,
    files: clients.filesIn,
    commands,
    links: config.links,
    wake: (lane: string) => inbound.wake(lane),
    languages: createFollowedLanguages(),
    studioFlowSid: config.twilio.studioFlowSid,
    webhookUrl: `${config.publicUrl}${twilioPaths.conversations}`,
    attempted,
    onSettled: metrics.settled,
    logger,
  };
  const inbound = createLanes({
    name: 'inbound',
    concurrency: inboundConcurrency,
    step: metrics.inFlight('inbound', inboundConcurrency, (lane) => handleInbox(inboundDependencies, lane)),
    logger,
  });
  const marks = createLanes({
    name: 'delivery marks',
    concurrency: marksConcurrency,
    step: createMarkStep({
      pool,
      conversations,
      logger,
      paceMs: marksPaceMs,
      onMarked: () => metrics.extraRequest('delivery-mark'),
      monotonicNow: () => performance.now(),
    }),
    logger,
  });
  const outboundDependencies = {
    pool,
    batches: createOutboundBatches(pool),
    rest,
    conversations,
    files: clients.filesOut,
    onDelivered: marks.wake,
    onSettled: metrics.settled,
    logger,
  };
  const outbound = createLanes({
    name: 'outbound',
    concurrency: outboundConcurrency,
    step: metrics.inFlight('outbound', outboundConcurrency, (dmChannelId) =>
      carryToPlayer(outboundDependencies, dmChannelId),
    ),
    logger,
  });
  const backfills = createLanes({
    name: 'back-fill',
    concurrency: backfillConcurrency,
    step: (dm) => backFill({ pool, rest, applicationId, lanes: inbound, logger, paceMs: backfillPaceMs }, dm),
    logger,
  });
  return { inbound, outbound, marks, backfills };
}
