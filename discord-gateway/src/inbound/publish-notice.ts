import {
  type NoticeAttributes,
  parseMessageAttributes,
  snowflake,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { z } from 'zod';
import { addToOutbox } from '../store/add-to-outbox';
import type { ConversationMessage, ConversationsApi } from '../twilio/conversations-api';

/** A line for the transcript that waits in the inbox, in its place between what the player wrote. */
export const transcriptNotice = z.object({
  key: z.string().min(1).max(120),
  text: z.string().min(1),
  /** Names the conversation if this is the first thing that is said in it. */
  startedBy: snowflake,
});
export type TranscriptNotice = z.infer<typeof transcriptNotice>;

export interface NoticeToPublish {
  conversationSid: string;
  key: string;
  text: string;
  /** The newest messages of the conversation when an earlier attempt may have posted it, else none. */
  there: readonly ConversationMessage[];
  /** Records, in the transaction that records the message, that it is done. */
  onRecord: (db: Queryable, message: { conversationSid: string; messageSid: string }) => Promise<void>;
}

/** Posts a line that is for the transcript only, once: neither the player nor the flow hears of it. */
export async function publishNotice(
  { pool, conversations }: { pool: Pool; conversations: ConversationsApi },
  { conversationSid, key, text, there, onRecord }: NoticeToPublish,
): Promise<void> {
  const earlier = there.find(({ author, attributes }) => {
    const parsed = parseMessageAttributes(attributes);
    return author === virtualAgentAuthor && parsed?.origin === 'notice' && parsed.key === key;
  });
  const attributes: NoticeAttributes = { origin: 'notice', key, alreadyInDiscord: true };
  const notice = { author: virtualAgentAuthor, body: text, attributes: JSON.stringify(attributes) };
  const { sid, index } = earlier ?? (await conversations.postMessage(conversationSid, { ...notice, announced: false }));
  await inTransaction(pool, async (db) => {
    await addToOutbox(db, [{ ...notice, conversationSid, sid, index, mediaCount: 0, state: 'own' }]);
    await onRecord(db, { conversationSid, messageSid: sid });
  });
}
