import type { Queryable } from '@discord-channel/database';

export interface NewlyPublished {
  /** Of the inbox row. */
  position: number;
  conversationSid: string;
  messageSid: string;
  index: number;
  author: string;
}

/**
 * A player's message is in its conversation: the inbox row is done, and the conversation's index is known. One
 * statement, since every message pays for it.
 * @returns whether more waits in the same lane, and whether an agent was ever there.
 */
export async function recordPublished(
  db: Queryable,
  { position, conversationSid, messageSid, index, author }: NewlyPublished,
): Promise<{ moreWaits: boolean; agentJoined: boolean }> {
  const { rows } = await db.query<{ more_waits: boolean; agent_joined: boolean }>(
    `with finished as (
       update relay.inbox set state = 'done', payload = null, done_at = now(), conversation_sid = $2, message_sid = $3
       where position = $1 returning lane),
     conversation as (select conversation_sid, agent_joined_at from relay.conversations where conversation_sid = $2),
     own as (
       insert into relay.outbox (conversation_sid, message_index, message_sid, author, state)
       select conversation_sid, $4, $3, $5, 'own' from conversation
       on conflict (conversation_sid, message_index) do nothing)
     select
       exists (select 1 from relay.inbox waiting join finished using (lane)
         where waiting.state = 'waiting' and waiting.position <> $1) as more_waits,
       exists (select 1 from conversation where agent_joined_at is not null) as agent_joined`,
    [position, conversationSid, messageSid, index, author],
  );
  return { moreWaits: rows[0]?.more_waits !== false, agentJoined: rows[0]?.agent_joined === true };
}
