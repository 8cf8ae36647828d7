import { enqueueJob, type Queryable } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { readConversation } from '../store/conversation';

export interface TaskEnded {
  conversationSid: string;
  taskSid: string;
  /** The event that told it, such as `reservation.wrapup`. For the record. */
  reason: string;
}

/**
 * The agent ended the chat: nobody answers in this conversation any more, and the player is told straight in the DM,
 * once. Called for every event that means it (wrap-up, completed), in any order.
 */
export async function conversationEnded(database: Queryable, { conversationSid, taskSid }: TaskEnded): Promise<void> {
  await database.query(
    `update virtual_agent.conversations
        set mode = 'ended', ended_at = now(), task_sid = $2, handoff_requested_at = null, return_pending = false,
            lease_holder = null, lease_until = null
      where conversation_sid = $1 and mode <> 'ended'
        and coalesce(task_sid, $2) = $2 and released_task_sid is distinct from $2`,
    [conversationSid, taskSid],
  );
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode !== 'ended' || conversation.taskSid !== taskSid) return;
  const { origin } = conversation;
  const language = playerLanguage(origin.locale);
  const text = conversation.case
    ? playerText(language, 'conversation.ended', { number: conversation.case.number })
    : playerText(language, 'conversation.ended-without-case');
  // Written with every event of the end, since an earlier call may have died before it: the worker tells once per key.
  const key = `ended:${conversationSid}`;
  await enqueueJob(database, 'tell-player', { dmChannelId: origin.dmChannelId, key, text }, { key });
}
