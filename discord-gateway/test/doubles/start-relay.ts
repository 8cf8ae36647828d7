import type { Pool } from '@discord-channel/database';
import pino from 'pino';
import { commands } from '../../src/commands';
import type { StepOutcome } from '../../src/flow/lanes';
import { createSlots } from '../../src/flow/slots';
import { createAttemptedRows } from '../../src/inbound/attempted-rows';
import { backFill } from '../../src/inbound/back-fill';
import { commitEvents } from '../../src/inbound/commit-events';
import { createFollowedLanguages } from '../../src/inbound/followed-languages';
import type { Files } from '../../src/inbound/handle-file';
import { handleInbox } from '../../src/inbound/handle-inbox';
import { createInboxBatches } from '../../src/inbound/inbox-batches';
import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import type { FileEvent } from '../../src/metrics/file-event';
import { carryToPlayer } from '../../src/outbound/carry-to-player';
import { createOutboundBatches } from '../../src/outbound/outbound-batches';
import { receiveWebhook } from '../../src/outbound/receive-webhook';
import { reconcileOnce } from '../../src/outbound/reconcile';
import { createReconcileTimes } from '../../src/outbound/reconcile-times';
import { addToOutbox, type ReceivedMessage } from '../../src/store/add-to-outbox';
import { pendingBackfills } from '../../src/store/backfills';
import { lanesWaiting, maybeAttempted } from '../../src/store/inbox';
import { createCdnDouble } from './cdn-double';
import { createDiscordDouble } from './discord-double';
import { createTwilioDouble } from './twilio-double';

export const applicationId = '100000000000000001';
export const dmChannelId = '400000000000000001';
export const webhookUrl = 'https://gateway.example.com/twilio/conversations';
export const logger = pino({ level: 'silent' });
export const wumpus = {
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: null,
  locale: 'en-US',
};

/** What the company has set for the cards under answers. */
export const links = {
  knownIssues: 'https://game.example/known-issues',
  latestReleases: 'https://game.example/releases',
};

const studioFlowSid = `FW${'0'.repeat(32)}`;

/** A message of the player in the DM, as the gateway tells it. */
export const direct = (discordId: string, body: string): DispatchMeaning => ({
  kind: 'message',
  dmChannelId,
  player: wumpus,
  message: { discordId, body },
});

/** Requests that had no answer count as settled at once: nothing of the double's goes on after it. */
const attemptedAfter = (formerRows: readonly number[]) =>
  createAttemptedRows({ formerRows, formerSettlesInMs: 0, requestTimeoutMs: 0 });

/** The relay's queues over a real database, with Discord and Twilio doubled. Steps run when the test says so. */
export function startRelay(pool: Pool) {
  const twilio = createTwilioDouble();
  const discord = createDiscordDouble();
  const woken: string[] = [];
  const lanes = { wake: (lane: string) => void woken.push(lane), stop: async () => {} };
  const cdn = createCdnDouble();
  const fileEvents: FileEvent[] = [];
  const files: Files = {
    cdnUrl: 'https://cdn.discordapp.com',
    fetch: cdn.fetch,
    media: twilio.media,
    slots: createSlots(2),
    onFile: (event) => void fileEvents.push(event),
    patience: { stallMs: 200, totalMs: 1_000 },
  };
  const batches = createInboxBatches(pool);
  const outboundBatches = createOutboundBatches(pool);
  const store = async (message: ReceivedMessage) => (await addToOutbox(pool, [message]))[0];
  let attempted = attemptedAfter([]);
  let languages = createFollowedLanguages();

  const inboundStep = (lane: string) =>
    handleInbox(
      {
        pool,
        batches,
        conversations: twilio.api,
        rest: discord.rest,
        files,
        applicationId,
        commands,
        links,
        wake: lanes.wake,
        languages,
        studioFlowSid,
        webhookUrl,
        attempted,
        logger,
      },
      lane,
    );
  const outboundStep = (lane: string) =>
    carryToPlayer(
      {
        pool,
        batches: outboundBatches,
        rest: discord.rest,
        conversations: twilio.api,
        files: { ...files, media: twilio.media },
        logger,
      },
      lane,
    );

  const backFillStep = (dm: string) =>
    backFill({ pool, rest: discord.rest, applicationId, lanes, logger, paceMs: 0 }, dm);

  return {
    pool,
    store,
    batches,
    outboundBatches,
    twilio,
    discord,
    cdn,
    fileEvents,
    /** What carries files, as the lanes see it. */
    files,
    lanes,
    woken,
    /** The gateway tells something. */
    receive: (...meanings: DispatchMeaning[]) =>
      commitEvents(
        pool,
        applicationId,
        meanings.map((meaning, sequence) => ({ kind: 'event', sequence, meaning })),
        null,
      ),
    /** Every channel that is to be read, read to its end. */
    async readChannels() {
      for (const dm of await pendingBackfills(pool, applicationId)) await runUntilIdle(pool, () => backFillStep(dm));
    },
    backFillStep: () => backFillStep(dmChannelId),
    /** Everything that waits in every lane of the inbox, retries included, without waiting for them to be due. */
    async handleInbound() {
      for (const lane of await lanesWaiting(pool)) await runUntilIdle(pool, () => inboundStep(lane));
    },
    inboundStep,
    handleOutbound: () => runUntilIdle(pool, () => outboundStep(dmChannelId)),
    outboundStep: () => outboundStep(dmChannelId),
    /** What is known of each conversation with an agent is compared with Twilio's end of it. */
    compareEnds() {
      const { signal } = new AbortController();
      const deps = { pool, conversations: twilio.api, lanes, logger, signal };
      return reconcileOnce(deps, createReconcileTimes({ everyMs: 0 }), 0);
    },
    /** The worker was killed and another one starts: it knows what the database knows. */
    async restart() {
      attempted = attemptedAfter(await maybeAttempted(pool));
      languages = createFollowedLanguages();
    },
    /** Twilio's webhook of a message. */
    webhook: (
      conversationSid: string,
      message: {
        sid: string;
        index: number;
        author: string;
        body: string | null;
        attributes: string;
        mediaCount?: number;
      },
    ) =>
      receiveWebhook(
        { pool, store, wake: lanes.wake, logger },
        {
          EventType: 'onMessageAdded',
          ConversationSid: conversationSid,
          MessageSid: message.sid,
          Index: String(message.index),
          Author: message.author,
          Body: message.body ?? '',
          Attributes: message.attributes,
          ...(message.mediaCount && { Media: JSON.stringify(Array.from({ length: message.mediaCount }, () => ({}))) }),
        },
      ),
    /** Twilio's webhook of a message that was edited, had its attributes changed, or was deleted. */
    changeWebhook: (
      kind: 'onMessageUpdated' | 'onMessageRemoved',
      conversationSid: string,
      message: { sid: string; index: number; author: string; body: string | null; attributes: string },
      at = new Date(),
    ) =>
      receiveWebhook(
        { pool, store, wake: lanes.wake, logger },
        {
          EventType: kind,
          ConversationSid: conversationSid,
          MessageSid: message.sid,
          Index: String(message.index),
          Author: message.author,
          Body: message.body ?? '',
          Attributes: message.attributes,
          DateUpdated: at.toISOString(),
          DateRemoved: at.toISOString(),
        },
      ),
    query: async <Row extends object>(sql: string) => (await pool.query<Row>(sql)).rows,
  };
}
export type Relay = ReturnType<typeof startRelay>;

/** More steps than any test needs: what goes on for longer than this never ends. */
const maxSteps = 100;

async function runUntilIdle(pool: Pool, step: () => Promise<StepOutcome>): Promise<void> {
  for (let steps = 0; steps < maxSteps; steps += 1) {
    const outcome = await step();
    if (outcome.kind === 'idle') return;
    if (outcome.kind === 'later') await makeEverythingDue(pool);
  }
  throw new Error(`Still busy after ${maxSteps} steps`);
}

async function makeEverythingDue(pool: Pool): Promise<void> {
  for (const table of ['inbox', 'outbox', 'outbox_changes', 'player_notices']) {
    await pool.query(
      `update relay.${table} set next_attempt_at = now(), received_at = now() - interval '1 minute' where next_attempt_at > now() or received_at > now() - interval '1 minute'`,
    );
  }
}
