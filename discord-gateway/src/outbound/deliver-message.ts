import type { DeliverySuccess } from '@discord-channel/contracts';
import { sendDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import { type DeliveredPart, finishOutboxRow, markUndeliverable, type OutboxRow, recordPart } from '../store/outbox';
import { twilioFailure } from '../twilio/twilio-failure';
import { type DeliverFilesDependencies, deliverFiles } from './deliver-files';
import { isInDiscord } from './is-in-discord';
import type { OutboundBatches } from './outbound-batches';
import { partDigest } from './part-digest';
import { presentMessage } from './present-message';
import { whyUndeliverable } from './why-undeliverable';

export interface DeliveryDependencies extends DeliverFilesDependencies {
  batches: OutboundBatches;
}

/** What became of a message. A reason is in plain words, for the agent. */
export type Delivery =
  | { kind: 'sent'; moreWaits: boolean }
  | { kind: 'skipped'; why: 'own' | 'empty' }
  | { kind: 'undeliverable'; reason: string };

/**
 * Brings a message to the player: each of its parts once, by nonce and by record. Final refusals end in
 * `undeliverable`, which the agent is then told.
 * @throws what the Discord client throws when the attempt is to be repeated.
 */
export async function deliverMessage(
  deps: DeliveryDependencies,
  dmChannelId: string,
  row: OutboxRow,
): Promise<Delivery> {
  const delivery = await deliver(deps, dmChannelId, row);
  if (delivery.kind === 'sent') {
    if (row.isSentAgain) await tellDelivered(deps, row);
    const { conversationSid, index } = row;
    const { moreWaits } = await deps.batches.finish({ conversationSid, index, lastPart: delivery.lastPart });
    return { kind: 'sent', moreWaits };
  }
  if (delivery.kind === 'skipped') await finishOutboxRow(deps.pool, row, delivery.why === 'own' ? 'own' : 'skipped');
  if (delivery.kind === 'undeliverable') await markUndeliverable(deps.pool, row, delivery.reason);
  return delivery;
}

/** The bubble said that it failed. A message that takes no attributes any more has nobody who looks at it. */
async function tellDelivered({ conversations }: DeliveryDependencies, row: OutboxRow): Promise<void> {
  const success: DeliverySuccess = { delivery: { state: 'delivered' } };
  try {
    await conversations.mergeMessageAttributes(row.conversationSid, row.sid, success);
  } catch (error) {
    if (twilioFailure(error)?.kind !== 'refused') throw error;
  }
}

/** As `Delivery`, while the last part that was sent may still have to be recorded. */
type Attempt = Exclude<Delivery, { kind: 'sent' }> | { kind: 'sent'; lastPart: DeliveredPart | undefined };

async function deliver(deps: DeliveryDependencies, dmChannelId: string, row: OutboxRow): Promise<Attempt> {
  const { pool, rest } = deps;
  if (isInDiscord(row)) return { kind: 'skipped', why: 'own' };
  const parts = presentMessage(row);
  // The last part is recorded with the end of the message, where nothing else can come in between.
  const endsWithPart = row.mediaCount === 0 && !row.isSentAgain;
  let lastPart: DeliveredPart | undefined;
  try {
    for (const [part, message] of parts.entries()) {
      if (part < row.partsSent) continue;
      const discordMessageId = await sendDirectMessage(rest, dmChannelId, message, messageNonce(row.sid, part));
      const delivered = { discordMessageId, digest: partDigest(message) };
      if (endsWithPart && part === parts.length - 1) lastPart = delivered;
      else await recordPart(pool, row, delivered);
    }
    if (row.mediaCount > 0) {
      const files = await deliverFiles(deps, dmChannelId, row, parts.length);
      if (files.kind === 'undeliverable') return files;
      if (files.count > 0) return { kind: 'sent', lastPart: undefined };
    }
  } catch (error) {
    const failure = discordFailure(error);
    if (failure?.kind !== 'refused') throw error;
    return { kind: 'undeliverable', reason: whyUndeliverable(failure.code) };
  }
  return parts.length > 0 ? { kind: 'sent', lastPart } : { kind: 'skipped', why: 'empty' };
}
