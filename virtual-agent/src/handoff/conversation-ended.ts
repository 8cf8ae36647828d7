import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { readConversation } from '../store/conversation';

/** So that the end of the chat is told first. In milliseconds. */
const followUpAfterMs = 2_000;

/**
 * The chat is over: nobody answers in this conversation any more, and the player is told straight in the DM, once,
 * however often this is called.
 */
export async function conversationEnded(database: Queryable, conversationSid: string): Promise<void> {
  await database.query(
    `update virtual_agent.conversations
        set mode = 'ended', ended_at = now(), handoff_requested_at = null, return_pending = false,
            lease_holder = null, lease_until = null
      where conversation_sid = $1 and mode <> 'ended'`,
    [conversationSid],
  );
  const conversation = await readConversation(database, conversationSid);
  if (!conversation) return;
  const { origin } = conversation;
  const language = playerLanguage(origin.locale);
  const text = conversation.case
    ? playerText(language, 'conversation.ended', { number: conversation.case.number })
    : playerText(language, 'conversation.ended-without-case');
  // Written again by a repeated call, since an earlier one may have died before it: the worker tells once per key.
  const key = `ended:${conversationSid}`;
  await enqueueJob(database, 'tell-player', { dmChannelId: origin.dmChannelId, key, text }, { key });
  if (!conversation.case) return;
  // What the player is to be asked about the case was kept back while somebody was there.
  const { id: caseId } = conversation.case;
  const runAt = new Date(conversation.readAt.getTime() + followUpAfterMs);
  await enqueueJob(database, 'follow-case', { caseId }, { key: `follow:${caseId}`, runAt });
}
