import type { DeliveryFailure } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import { finishOutboxRow, type OutboxRow } from '../store/outbox';
import type { ConversationsApi } from '../twilio/conversations-api';
import { twilioFailure } from '../twilio/twilio-failure';

const maxReasonLength = 300;

/**
 * Writes into the attributes of a message why the player did not get it, merged with what is there, and without
 * waking any webhook: the agent sees it on the bubble. Safe to repeat.
 * @returns `told`, or `untold` when Twilio will not take it (the message was deleted meanwhile).
 */
export async function tellAgent(
  { pool, conversations }: { pool: Pool; conversations: ConversationsApi },
  row: OutboxRow,
): Promise<'told' | 'untold'> {
  const failure: DeliveryFailure = {
    delivery: { state: 'failed', reason: (row.lastError ?? '').slice(0, maxReasonLength) },
  };
  try {
    await conversations.mergeMessageAttributes(row.conversationSid, row.sid, failure);
  } catch (error) {
    if (twilioFailure(error)?.kind !== 'refused') throw error;
    await finishOutboxRow(pool, row, 'failed');
    return 'untold';
  }
  await finishOutboxRow(pool, row, 'failed');
  return 'told';
}
