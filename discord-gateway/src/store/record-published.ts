import type { Queryable } from '@discord-channel/database';

export interface NewlyPublished {
  /** Of the inbox row. */
  position: number;
  discordId: string;
  conversationSid: string;
  messageSid: string;
  index: number;
  author: string;
}

export interface RecordedPublished {
  /** Whether more waits in the same lane. */
  moreWaits: boolean;
  /** Whether an agent was ever in the conversation. */
  agentJoined: boolean;
}

/**
 * Players' messages are in their conversations: their inbox rows are done, and the conversations' indexes are known.
 * One statement for many, since every message pays for it. Safe to repeat. The limit has no other meaning than that
 * each lane is looked up: statistics made while nothing waited would have everything read that waits.
 */
export async function recordPublished(
  db: Queryable,
  published: readonly NewlyPublished[],
): Promise<RecordedPublished[]> {
  const { rows } = await db.query<{ position: string; more_waits: boolean; agent_joined: boolean }>(
    `with published as (
       select position, conversation_sid, message_sid, message_index, author
       from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::text[])
         as p(position, conversation_sid, message_sid, message_index, author)),
     finished as (
       update relay.inbox set state = 'done', payload = null, done_at = now(), conversation_sid = p.conversation_sid,
         message_sid = p.message_sid
       from published p where relay.inbox.position = p.position returning relay.inbox.position, lane),
     own as (
       insert into relay.outbox (conversation_sid, message_index, message_sid, author, state)
       select c.conversation_sid, p.message_index, p.message_sid, p.author, 'own'
       from published p join relay.conversations c using (conversation_sid) order by 1, 2
       on conflict (conversation_sid, message_index) do nothing)
     select p.position, c.agent_joined_at is not null as agent_joined,
       exists (select 1 from finished f cross join lateral (select 1 from relay.inbox
           where lane = f.lane and state = 'waiting' and position <> f.position limit 1) w
         where f.position = p.position) as more_waits
     from published p left join relay.conversations c using (conversation_sid)`,
    [
      published.map(({ position }) => position),
      published.map(({ conversationSid }) => conversationSid),
      published.map(({ messageSid }) => messageSid),
      published.map(({ index }) => index),
      published.map(({ author }) => author),
    ],
  );
  const byPosition = new Map(rows.map((row) => [Number(row.position), row]));
  return published.map(({ position }) => {
    const row = byPosition.get(position);
    return { moreWaits: row?.more_waits !== false, agentJoined: row?.agent_joined === true };
  });
}
