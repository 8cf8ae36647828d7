import type { Pool } from '@discord-channel/database';
import { addToOutbox } from '../store/add-to-outbox';
import { addDeleted, firstUnknownIndex, type OutboxRow } from '../store/outbox';
import type { ConversationsApi } from '../twilio/conversations-api';
import { findChanges } from './find-changes';
import { isInDiscord } from './is-in-discord';

/** How many messages from the end are compared: they come with one request anyway. */
const comparedMessages = 20;

export interface CatchUpDependencies {
  pool: Pool;
  conversations: ConversationsApi;
}

/**
 * Fetches the messages that are missing before this one: their webhooks were lost or are late. What Twilio does not
 * have either was deleted and stays a gap.
 */
export async function healGap({ pool, conversations }: CatchUpDependencies, row: OutboxRow): Promise<void> {
  const { conversationSid, nextIndex, index } = row;
  const messages = await conversations.messagesFrom(conversationSid, nextIndex);
  await addToOutbox(pool, messages.map(receivedIn(conversationSid)));
  // A row that is known here already is left alone, whether Twilio has it or not.
  await addDeleted(pool, conversationSid, missingBetween(nextIndex, index, messages));
}

/**
 * Compares what is known of a conversation with Twilio's end of it: a lost last webhook shows no gap.
 * Edits and deletions of the newest messages are looked for in the same answer.
 * @returns how many messages and changes were found. One request to Twilio when there are no messages.
 */
export async function readToEnd(
  { pool, conversations }: CatchUpDependencies,
  conversationSid: string,
): Promise<number> {
  const known = await firstUnknownIndex(pool, conversationSid);
  const newest = await conversations.latestMessages(conversationSid, comparedMessages);
  const [last] = newest;
  const changes = await findChanges(pool, conversationSid, newest);
  if (!last || last.index < known) return changes;
  const messages = last.index === known ? [last] : await conversations.messagesFrom(conversationSid, known);
  const stored = await addToOutbox(pool, messages.map(receivedIn(conversationSid)));
  await addDeleted(pool, conversationSid, missingBetween(known, last.index, messages));
  return changes + stored.filter((one) => one?.isNew).length;
}

function receivedIn(conversationSid: string) {
  return <Message extends { author: string; attributes: string }>(message: Message) => ({
    ...message,
    conversationSid,
    state: isInDiscord(message) ? ('own' as const) : ('waiting' as const),
  });
}

/** The indexes from `from` up to, not including, `to` that none of the messages has. */
function missingBetween(from: number, to: number, messages: readonly { index: number }[]): number[] {
  const present = new Set(messages.map(({ index }) => index));
  return Array.from({ length: to - from }, (_, offset) => from + offset).filter((index) => !present.has(index));
}
