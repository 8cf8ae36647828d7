import type { Queryable } from '@discord-channel/database';
import { answerAwaitedKey } from './remind-agent';

/**
 * Whether an agent has the conversation and a job already looks whether the player is answered in time: then a
 * further message asks for nothing. What is in the conversation by now is that agent's to answer; once agents leave,
 * whatever came meanwhile is looked for (see `settleConversation`). A job that has begun may not see the message.
 */
export async function isAnswerAwaited(database: Queryable, conversationSid: string): Promise<boolean> {
  const { rows } = await database.query<{ awaited: boolean }>(
    `select exists (select from virtual_agent.conversations where conversation_sid = $1 and mode = 'agent')
       and exists (select from graphile_worker.jobs where key = $2 and locked_at is null and attempts < max_attempts)
       as awaited`,
    [conversationSid, answerAwaitedKey(conversationSid)],
  );
  return rows[0]?.awaited === true;
}
