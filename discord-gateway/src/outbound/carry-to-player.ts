import { virtualAgentAuthor } from '@discord-channel/contracts';
import { discordFailure } from '../discord/discord-failure';
import { isDefect, maxDefects } from '../flow/is-defect';
import type { StepOutcome } from '../flow/lanes';
import type { Settled } from '../metrics/settled';
import { addDeleted, finishOutboxRow, markUndeliverable, type OutboxRow, postponeOutboxRow } from '../store/outbox';
import { twilioFailure } from '../twilio/twilio-failure';
import { carryChange } from './carry-change';
import { healGap } from './catch-up';
import { type Delivery, deliverMessage } from './deliver-message';
import type { OutboundDependencies } from './outbound-dependencies';
import { postponement } from './postponement';
import { sayNotice } from './say-notice';
import { tellAgent } from './tell-agent';
import { notCarriedByUs } from './why-undeliverable';

const outcomes: Readonly<Record<Delivery['kind'], Settled['outcome']>> = {
  sent: 'sent',
  skipped: 'ignored',
  undeliverable: 'failed',
};

/** Milliseconds that a message waits for those before it to come by themselves: webhooks keep no order. */
const gapGraceMs = 300;

/** Milliseconds until a message with files looks again whether it is its turn. */
const fileTurnMs = 250;

/** Does the next thing that a DM waits for: its conversations' messages in index order, then changes, then notices. */
export async function carryToPlayer(deps: OutboundDependencies, dmChannelId: string): Promise<StepOutcome> {
  const row = await deps.batches.nextOf(dmChannelId);
  if (!row) {
    const changed = await carryChange(deps, dmChannelId);
    return changed.kind === 'idle' ? sayNotice(deps, dmChannelId) : changed;
  }
  if (row.dueInMs > 0) return { kind: 'later', delayMs: row.dueInMs };
  if (row.missing > 0 && row.ageMs < gapGraceMs) return { kind: 'later', delayMs: gapGraceMs - row.ageMs };
  if (row.mediaCount > 0 && deps.files.slots.isFull()) return { kind: 'later', delayMs: fileTurnMs };
  const logger = deps.logger.child({
    dmChannelId,
    conversationSid: row.conversationSid,
    messageSid: row.sid,
    index: row.index,
    attempt: row.attempts + 1,
  });
  try {
    const { moreWaits } = await carry({ ...deps, logger }, dmChannelId, row);
    // Whatever comes in meanwhile wakes the lane, so that nothing has to be looked for.
    if (!moreWaits) return { kind: 'idle' };
  } catch (error) {
    const failure = twilioFailure(error) ?? discordFailure(error);
    if (row.attempts + 1 >= maxDefects && (isDefect(error) || failure?.kind === 'refused')) {
      logger.error({ err: error }, 'gave up a message that cannot be carried');
      return giveUp(deps, row);
    }
    const again = postponement(error, row.attempts);
    const { delayMs } = again;
    await postponeOutboxRow(deps.pool, row, again);
    if (again.failures === 0) return { kind: 'later', delayMs };
    deps.onSettled?.({ direction: 'outbound', outcome: 'postponed' });
    logger.warn({ err: error, delayMs }, 'could not carry a message to the player, trying again');
  }
  return { kind: 'worked' };
}

/** What time does not cure holds up nobody: a gap is taken for good, a message is told to the agent, else set aside. */
async function giveUp({ pool, onSettled }: OutboundDependencies, row: OutboxRow): Promise<StepOutcome> {
  if (row.missing > 0) {
    const unknown = Array.from({ length: row.index - row.nextIndex }, (_, offset) => row.nextIndex + offset);
    await addDeleted(pool, row.conversationSid, unknown);
  } else if (row.state === 'waiting') {
    await markUndeliverable(pool, row, notCarriedByUs);
    onSettled?.({ direction: 'outbound', outcome: 'failed' });
  } else await finishOutboxRow(pool, row, 'failed');
  return { kind: 'worked' };
}

async function carry(deps: OutboundDependencies, dmChannelId: string, row: OutboxRow): Promise<{ moreWaits: boolean }> {
  const { logger } = deps;
  if (row.missing > 0) {
    await healGap(deps, row);
    logger.info({ missing: row.missing }, 'fetched messages whose webhooks did not come');
  } else if (row.state === 'undeliverable') {
    logger.info({ outcome: await tellAgent(deps, row) }, 'a message could not be delivered');
  } else {
    const began = performance.now();
    const delivery = await deliverMessage(deps, dmChannelId, row);
    const latencyMs = delivery.kind === 'sent' ? row.ageMs + performance.now() - began : undefined;
    deps.onSettled?.({ direction: 'outbound', outcome: outcomes[delivery.kind], latencyMs });
    logger.debug({ delivery: delivery.kind }, 'delivered');
    if (delivery.kind === 'sent') {
      if (row.author !== virtualAgentAuthor) deps.onDelivered?.(row.conversationSid);
      return delivery;
    }
  }
  return { moreWaits: true };
}
