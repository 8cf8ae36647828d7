import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { askForAnotherLook } from '../ask-for-another-look';
import { endGoneConversation } from '../end-gone-conversation';
import { ConversationGoneError, type VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import { recordTaskEnd } from '../store/attendance';
import { type Conversation, readConversation } from '../store/conversation';

/**
 * Gives a conversation whose hand-off came to nothing back to the virtual agent, and leaves word that the player is to
 * be told (`finishReturnToBot`). Does nothing for a conversation that is not being handed off.
 * @param taskSid the task that is over, where there was one: an older task of this conversation changes nothing.
 */
export async function returnToBot(
  database: Queryable,
  { conversationSid, taskSid }: { conversationSid: string; taskSid?: string },
): Promise<void> {
  const returned = await database.query<{ released_task_sid: string | null }>(
    `update virtual_agent.conversations
        set mode = 'bot', return_pending = true, handoff_requested_at = null, handoff_started_at = null,
            released_task_sid = coalesce($2, task_sid, released_task_sid), task_sid = null, agent_name = null
      where conversation_sid = $1 and mode = 'handing-off'
        and ($2::text is null or (coalesce(task_sid, $2) = $2 and released_task_sid is distinct from $2))
      returning released_task_sid`,
    [conversationSid, taskSid ?? null],
  );
  const released = returned.rows[0]?.released_task_sid;
  if (released) await recordTaskEnd(database, { conversationSid, taskSid: released, givenUp: true });
  // Whether or not it changed just now: an earlier call may have died between the two.
  const conversation = await readConversation(database, conversationSid);
  if (!conversation?.returnPending) return;
  await enqueueJob(database, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}` });
}

/** Tells the player that no agent could be reached, and lets the flow listen again. What was said meanwhile stays unanswered. */
export async function finishReturnToBot(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  conversation: Conversation,
): Promise<void> {
  const { database, twilio } = dependencies;
  const { conversationSid, handoffAttempt, origin } = conversation;
  const key = `handoff-failed:${handoffAttempt}`;
  const text = playerText(playerLanguage(origin.locale), 'handoff.failed', { number: conversation.case?.number ?? 0 });
  try {
    const notice = await postNotice(dependencies, { conversationSid, key, text });
    if (notice.kind === 'in-progress')
      throw new Error('The player is being told by somebody else: to be checked again');
    await twilio.restoreStudioWebhook(conversationSid);
    await database.query(
      `update virtual_agent.conversations
          set return_pending = false, last_answered_index = greatest(last_answered_index, $2)
        where conversation_sid = $1 and return_pending`,
      [conversationSid, notice.message.index],
    );
    // What came after the notice met a flow that was not listening yet.
    await askForAnotherLook(database, conversationSid);
  } catch (error) {
    if (!(error instanceof ConversationGoneError)) throw error;
    await endGoneConversation(database, conversationSid);
    await enqueueJob(
      database,
      'tell-player',
      { dmChannelId: origin.dmChannelId, key: `${key}:${conversationSid}`, text },
      { key: `tell:${key}:${conversationSid}` },
    );
  }
}
