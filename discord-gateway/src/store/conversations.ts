import type { Queryable } from '@discord-channel/database';

/** A conversation of a DM, as the relay knows it. The mapping lives here: attributes in Twilio are lossy. */
export interface RelayConversation {
  uniqueName: string;
  dmChannelId: string;
  /** Null until Twilio has answered the creation. */
  conversationSid: string | null;
  state: 'opening' | 'open' | 'closed';
  /** How often its opening was begun. */
  openingAttempts: number;
  /** Every message below this index is dealt with. */
  nextIndex: number;
  agentJoined: boolean;
}

interface ConversationRow {
  unique_name: string;
  dm_channel_id: string;
  conversation_sid: string | null;
  state: RelayConversation['state'];
  opening_attempts: number;
  next_index: number;
  agent_joined_at: Date | null;
}

const columns = 'unique_name, dm_channel_id, conversation_sid, state, opening_attempts, next_index, agent_joined_at';

/** The newest conversation of a DM, whatever its state. */
export async function latestConversation(db: Queryable, dmChannelId: string): Promise<RelayConversation | undefined> {
  const { rows } = await db.query<ConversationRow>(
    `select ${columns} from relay.conversations where dm_channel_id = $1 order by position desc limit 1`,
    [dmChannelId],
  );
  return rows[0] && toConversation(rows[0]);
}

/** The conversation with this SID; undefined when it is none of ours. */
export async function conversationBySid(
  db: Queryable,
  conversationSid: string,
): Promise<RelayConversation | undefined> {
  const { rows } = await db.query<ConversationRow>(
    `select ${columns} from relay.conversations where conversation_sid = $1`,
    [conversationSid],
  );
  return rows[0] && toConversation(rows[0]);
}

/**
 * Notes that the opening of a conversation begins, before anything is asked of Twilio: who finds more than one
 * attempt knows that some of it may have been done.
 */
export async function beginOpening(db: Queryable, uniqueName: string, dmChannelId: string): Promise<RelayConversation> {
  const { rows } = await db.query<ConversationRow>(
    `insert into relay.conversations (unique_name, dm_channel_id, opening_attempts) values ($1, $2, 1)
     on conflict (unique_name) do update set opening_attempts = relay.conversations.opening_attempts + 1
     returning ${columns}`,
    [uniqueName, dmChannelId],
  );
  const [row] = rows;
  if (!row) throw new Error(`The conversation ${uniqueName} was not stored`);
  return toConversation(row);
}

/** The conversation is complete and takes messages. */
export async function finishOpening(
  db: Queryable,
  uniqueName: string,
  opened: { conversationSid: string; participantSid: string },
): Promise<void> {
  await db.query(
    `update relay.conversations set state = 'open', conversation_sid = $2, participant_sid = $3 where unique_name = $1`,
    [uniqueName, opened.conversationSid, opened.participantSid],
  );
}

/** The opening found that this name belongs to a conversation that is over. */
export async function abandonOpening(db: Queryable, uniqueName: string): Promise<void> {
  await db.query(`update relay.conversations set state = 'closed', closed_at = now() where unique_name = $1`, [
    uniqueName,
  ]);
}

/** The player's next message is to start another conversation. */
export async function closeConversation(db: Queryable, conversationSid: string): Promise<void> {
  await db.query(
    `update relay.conversations set state = 'closed', closed_at = coalesce(closed_at, now()) where conversation_sid = $1`,
    [conversationSid],
  );
}

/** An agent is in the conversation: from now on its end is compared with Twilio's regularly. */
export async function markAgentJoined(db: Queryable, conversationSid: string): Promise<void> {
  await db.query(
    `update relay.conversations set agent_joined_at = coalesce(agent_joined_at, now()) where conversation_sid = $1`,
    [conversationSid],
  );
}

/** Open conversations with an agent. */
export async function conversationsWithAgent(
  db: Queryable,
): Promise<{ conversationSid: string; dmChannelId: string }[]> {
  const { rows } = await db.query<{ conversation_sid: string; dm_channel_id: string }>(
    `select conversation_sid, dm_channel_id from relay.conversations
     where agent_joined_at is not null and state = 'open' and conversation_sid is not null`,
  );
  return rows.map((row) => ({ conversationSid: row.conversation_sid, dmChannelId: row.dm_channel_id }));
}

function toConversation(row: ConversationRow): RelayConversation {
  return {
    uniqueName: row.unique_name,
    dmChannelId: row.dm_channel_id,
    conversationSid: row.conversation_sid,
    state: row.state,
    openingAttempts: row.opening_attempts,
    nextIndex: row.next_index,
    agentJoined: row.agent_joined_at !== null,
  };
}
