import type { Pool } from '@discord-channel/database';
import { sentMessages, wantChange } from '../store/outbox-changes';
import type { ConversationMessage } from '../twilio/conversations-api';
import { isFileDigest, partDigest } from './part-digest';
import { presentMessage } from './present-message';
import { heedResendWish } from './resend-wish';

/**
 * Compares the newest messages of a conversation, newest first, with what the player has: an edit or a deletion whose
 * webhook was lost is made up for, and so is an agent's wish to have a message sent again.
 * @returns how many changes are wanted.
 */
export async function findChanges(
  pool: Pool,
  conversationSid: string,
  newest: readonly ConversationMessage[],
): Promise<number> {
  const oldest = newest.at(-1);
  if (!oldest) return 0;
  let found = 0;
  for (const message of newest) {
    if ((await heedResendWish(pool, conversationSid, message)) === 'again') found += 1;
  }
  for (const { index, partDigests, isOld } of await sentMessages(pool, conversationSid, oldest.index)) {
    const message = newest.find((one) => one.index === index);
    if (message && !isChanged(message, partDigests)) continue;
    const updatedAt = message ? timeOfChange(message) : new Date().toISOString();
    const change = message
      ? { kind: 'edit' as const, body: message.body ?? '', attributes: message.attributes }
      : { kind: 'delete' as const };
    // It may have come after the conversation was read; an old one behind the end was deleted, and its webhook lost.
    if (!message && !isOld && index > (newest[0]?.index ?? 0)) continue;
    if (await wantChange(pool, { conversationSid, index, updatedAt, ...change })) found += 1;
  }
  return found;
}

/** Milliseconds after which a second is over by Twilio's clock, too, and was before the conversation was read. */
const secondIsOverMs = 15_000;

/**
 * The time to compare with those of webhooks, which have milliseconds, while Twilio's REST API tells whole seconds. What
 * a message looks like after a second is what the last edit in it made, so it counts as of its end; without that, the
 * second of two edits in one second would seem older than the first.
 */
function timeOfChange({ dateUpdated }: ConversationMessage): string {
  const at = Date.parse(dateUpdated);
  return at % 1_000 === 0 && Date.now() - at > secondIsOverMs ? new Date(at + 999).toISOString() : dateUpdated;
}

/** True when a message does not look any more as its parts in Discord do. */
export function isChanged(
  message: { author: string; body: string | null; attributes: string },
  partDigests: readonly string[],
): boolean {
  const wanted = presentMessage(message).map(partDigest);
  // Files never change, so only what was said is compared.
  const said = partDigests.filter((digest) => !isFileDigest(digest));
  return wanted.length !== said.length || wanted.some((digest, place) => digest !== said[place]);
}
