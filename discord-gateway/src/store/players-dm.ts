import type { Queryable } from '@discord-channel/database';
import { readConversation } from '@discord-channel/virtual-agent';
import { latestConversation } from './conversations';

/** The DM of a player, as far as it was ever seen. */
export interface PlayersDm {
  dmChannelId: string;
  /** When anybody last said something in it. */
  lastSaidAt: Date;
  /** The player talks with an agent, or waits for one. */
  agentIsThere: boolean;
}

/** The DM that a player was last seen in; undefined for a player who never was. */
export async function readPlayersDm(
  db: Queryable,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<PlayersDm | undefined> {
  const { rows } = await db.query<{ dm_channel_id: string; last_said_at: Date }>(
    // A snowflake holds its time: milliseconds since 2015.
    `select d.dm_channel_id, greatest(
         to_timestamp((floor(d.newest_id / 4194304) + 1420070400000)::float8 / 1000),
         (select max(o.received_at) from relay.outbox o where o.conversation_sid =
           (select conversation_sid from relay.conversations where dm_channel_id = d.dm_channel_id
             order by position desc limit 1))) as last_said_at
       from relay.dm_channels d where d.application_id = $1 and d.user_id = $2 order by d.last_seen_at desc limit 1`,
    [applicationId, userId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const conversation = await latestConversation(db, row.dm_channel_id);
  const known = conversation?.conversationSid ? await readConversation(db, conversation.conversationSid) : undefined;
  return {
    dmChannelId: row.dm_channel_id,
    lastSaidAt: row.last_said_at,
    agentIsThere: known?.mode === 'agent' || known?.mode === 'handing-off',
  };
}
