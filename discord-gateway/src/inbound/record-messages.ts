import { enqueueJobs, inTransaction, type Pool } from '@discord-channel/database';
import { answersAwaited } from '@discord-channel/virtual-agent';
import { type NewlyPublished, type RecordedPublished, recordPublished } from '../store/record-published';

/** Milliseconds until the worker answers what the Studio flow has not. */
const answerAfterMs = 10_000;

/**
 * Records where players' messages are, at most one of each conversation. In the same transaction it asks for the look
 * whether anybody answered, unless an agent's answer is awaited already. Safe to repeat.
 * @returns what is known of each, in the order given.
 */
export async function recordMessages(pool: Pool, published: readonly NewlyPublished[]): Promise<RecordedPublished[]> {
  // Asked after the messages were posted: an agent who is there now has them in the transcript.
  const awaited = await answersAwaited(
    pool,
    published.map(({ conversationSid }) => conversationSid),
  );
  const isAwaited = ({ conversationSid }: NewlyPublished) => awaited.has(conversationSid);
  if (published.every(isAwaited)) return recordPublished(pool, published);
  return inTransaction(pool, async (db) => {
    const recorded = await recordPublished(db, published);
    const looks = published.flatMap((message, place) => {
      if (isAwaited(message)) return [];
      const { conversationSid, discordId } = message;
      // Once an agent was there the flow does not listen: whoever left is called back without delay.
      const delayMs = recorded[place]?.agentJoined ? 0 : answerAfterMs;
      return [{ payload: { conversationSid }, key: `answer:${discordId}`, runAt: new Date(Date.now() + delayMs) }];
    });
    await enqueueJobs(db, 'answer-unanswered', looks);
    return recorded;
  });
}
