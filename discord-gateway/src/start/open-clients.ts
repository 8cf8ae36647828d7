import type { Pool } from '@discord-channel/database';
import { createArticleSearch } from '@discord-channel/knowledge-base';
import { createTwilioConversations } from '@discord-channel/virtual-agent';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import { createDiscordRest } from '../discord/create-discord-rest';
import { createSlots } from '../flow/slots';
import type { Metrics } from '../metrics/create-metrics';
import { createConversationsApi } from '../twilio/create-conversations-api';
import { createMediaApi } from '../twilio/create-media-api';
import { createSyncDocuments } from '../twilio/create-sync-documents';
import { createTwilioClient } from '../twilio/create-twilio-client';

export interface OpenClientsOptions {
  config: GatewayConfig;
  pool: Pool;
  metrics: Metrics;
  logger: Logger;
  /** Awaited before every call outside; rejects when the lease is lost. */
  mayCall: () => Promise<void>;
  /** Aborted when the worker stops: files under way are given up. */
  signal: AbortSignal;
}

/** What the active worker calls others with. */
export type Clients = ReturnType<typeof openClients>;

/** Files under way at once: a quarter of the lanes at most, so that slow ones never hold up everybody's text. */
const fileConcurrency = 8;
/** Files on their way to players are in memory, of 10 MiB at most. */
const fileOutConcurrency = 3;
/** Milliseconds that one call of the virtual agent may go on starting answers. */
const answerBudgetMs = 7_000;

/** Makes the clients of Discord and Twilio, and what stands on them, for the worker that holds the lease. */
export function openClients({ config, pool, metrics, logger, mayCall, signal }: OpenClientsOptions) {
  const { observers } = metrics;
  const rest = createDiscordRest({
    ...config.discord,
    mayCall,
    observer: observers.discord,
    whenChannelIsFull: 'reject',
  });
  const twilio = createTwilioClient({ ...config.twilio, mayCall, observer: observers.twilio });
  const media = createMediaApi({
    ...config.twilio,
    client: twilio,
    mayCall,
    fetch: globalThis.fetch,
    observer: observers.twilio,
  });
  return {
    rest,
    twilio,
    conversations: createConversationsApi(twilio),
    syncDocuments: createSyncDocuments(twilio, config.twilio.syncServiceSid),
    filesIn: {
      cdnUrl: config.discord.cdnUrl,
      fetch: globalThis.fetch,
      observer: observers.discord,
      media,
      slots: createSlots(fileConcurrency),
      signal,
      onFile: metrics.file,
    },
    filesOut: { media, slots: createSlots(fileOutConcurrency), onFile: metrics.file },
    virtualAgent: {
      database: pool,
      twilio: createTwilioConversations(twilio, config.twilio),
      articles: createArticleSearch({ database: pool, monotonicNow: () => performance.now() }),
      answerPolicy: config.answerPolicy,
      logger,
      monotonicNow: () => performance.now(),
      answerBudgetMs,
    },
  };
}
