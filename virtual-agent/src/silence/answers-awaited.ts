import type { Queryable } from '@discord-channel/database';
import { answerAwaitedKey } from './remind-agent';

/**
 * Those of the conversations that an agent has and for which a job already looks whether the player is answered in
 * time: there a further message asks for nothing. What is in such a conversation by now is that agent's to answer;
 * once agents leave, whatever came meanwhile is looked for (see `settleConversation`). A job that has begun may not
 * see the message.
 */
export async function answersAwaited(
  database: Queryable,
  conversationSids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ conversation_sid: string }>(
    `select c.conversation_sid from unnest($1::text[], $2::text[]) as asked(conversation_sid, key)
       join virtual_agent.conversations c using (conversation_sid)
     where c.mode = 'agent' and exists (select from graphile_worker.jobs j
       where j.key = asked.key and j.locked_at is null and j.attempts < j.max_attempts)`,
    [conversationSids, conversationSids.map(answerAwaitedKey)],
  );
  return new Set(rows.map((row) => row.conversation_sid));
}
