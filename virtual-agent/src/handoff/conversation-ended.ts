import { findDeletedCase } from '@discord-channel/case-management';
import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { type Conversation, readConversation } from '../store/conversation';

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
  const about = await caseOf(database, conversation);
  const text = about
    ? playerText(language, 'conversation.ended', { number: about.number })
    : playerText(language, 'conversation.ended-without-case');
  // Written again by a repeated call, since an earlier one may have died before it: the worker tells once per key.
  const key = `ended:${conversationSid}`;
  await enqueueJob(database, 'tell-player', { dmChannelId: origin.dmChannelId, key, text }, { key });
  if (!about) return;
  // What the player is to be asked about the case was kept back while somebody was there.
  const { id: caseId } = about;
  const runAt = new Date(conversation.readAt.getTime() + followUpAfterMs);
  await enqueueJob(database, 'follow-case', { caseId }, { key: `follow:${caseId}`, runAt });
}

/** Null also for one that a supervisor deleted meanwhile: the player is told of nothing that is gone. */
async function caseOf(database: Queryable, conversation: Conversation): Promise<Conversation['case']> {
  const about = conversation.case;
  return about && !(await findDeletedCase(database, { caseId: about.id })) ? about : null;
}
