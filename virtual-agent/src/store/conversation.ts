import type { DiscordOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** Whose turn a conversation is. `unattended`: the agents have left, and the next message asks for another one. */
export type ConversationMode = 'bot' | 'handing-off' | 'agent' | 'unattended' | 'ended';

/** A conversation as the virtual agent knows it. */
export interface Conversation {
  conversationSid: string;
  origin: DiscordOrigin;
  mode: ConversationMode;
  leaseHolder: string | null;
  leaseUntil: Date | null;
  /** Changes with every wish to have the conversation looked at. */
  looksWanted: string;
  lastAnsweredIndex: number;
  topic: string | null;
  case: { id: string; number: number } | null;
  handoffRequested: boolean;
  handoffAttempt: number;
  /** Since the hand-off began, by the database's clock. Null when there is none. */
  handoffAgeSeconds: number | null;
  returnPending: boolean;
  /** When this was read, by the database's clock: what is due later is counted from here. */
  readAt: Date;
  taskSid: string | null;
  /** The task that is waited for came by a transfer. */
  transferred: boolean;
  /** The worker has to ask for an agent at once. */
  agentWanted: boolean;
  /** An agent wrote first, and nobody has joined yet: who its task is for. */
  outreachWorkerSid: string | null;
  /** What Flex knows the conversation by, once an agent was asked for. */
  interaction: InteractionChannel | null;
}

/** An Interaction of Flex and its one channel. */
export interface InteractionChannel {
  /** KD... */
  interactionSid: string;
  /** UO... */
  channelSid: string;
}

export interface ConversationRow {
  conversation_sid: string;
  application_id: string;
  guild_id: string | null;
  guild_name: string | null;
  dm_channel_id: string;
  user_id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
  mode: ConversationMode;
  lease_holder: string | null;
  lease_until: Date | null;
  looks_wanted: string;
  last_answered_index: number;
  topic: string | null;
  case_id: string | null;
  case_number: string | null;
  handoff_requested_at: Date | null;
  handoff_attempt: number;
  handoff_age_seconds: number | null;
  return_pending: boolean;
  read_at: Date;
  task_sid: string | null;
  interaction_sid: string | null;
  interaction_channel_sid: string | null;
  transferred: boolean;
  agent_wanted: boolean;
  outreach_worker_sid: string | null;
}

/** The columns that `toConversation` reads: for `select` and `returning`. */
export const conversationColumns = `conversation_sid, application_id, guild_id, guild_name, dm_channel_id, user_id, username,
  display_name, avatar_url, locale, mode, lease_holder, lease_until, looks_wanted, last_answered_index, topic, case_id,
  case_number, handoff_requested_at, handoff_attempt,
  extract(epoch from now() - handoff_started_at)::float8 as handoff_age_seconds, return_pending, now() as read_at, task_sid,
  interaction_sid, interaction_channel_sid, transferred, agent_wanted,
  outreach_worker_sid`;

export function toConversation(row: ConversationRow): Conversation {
  return {
    conversationSid: row.conversation_sid,
    origin: {
      applicationId: row.application_id,
      guildId: row.guild_id,
      guildName: row.guild_name,
      dmChannelId: row.dm_channel_id,
      userId: row.user_id,
      username: row.username,
      displayName: row.display_name,
      avatarUrl: row.avatar_url,
      locale: row.locale,
    },
    mode: row.mode,
    leaseHolder: row.lease_holder,
    leaseUntil: row.lease_until,
    looksWanted: row.looks_wanted,
    lastAnsweredIndex: row.last_answered_index,
    topic: row.topic,
    case: row.case_id && row.case_number ? { id: row.case_id, number: Number(row.case_number) } : null,
    handoffRequested: row.handoff_requested_at !== null,
    handoffAttempt: row.handoff_attempt,
    handoffAgeSeconds: row.handoff_age_seconds,
    returnPending: row.return_pending,
    readAt: row.read_at,
    taskSid: row.task_sid,
    transferred: row.transferred,
    agentWanted: row.agent_wanted,
    outreachWorkerSid: row.outreach_worker_sid,
    interaction:
      row.interaction_sid && row.interaction_channel_sid
        ? { interactionSid: row.interaction_sid, channelSid: row.interaction_channel_sid }
        : null,
  };
}

/** Undefined for a conversation that never was the virtual agent's. */
export async function readConversation(
  database: Queryable,
  conversationSid: string,
): Promise<Conversation | undefined> {
  return one(database, `select ${conversationColumns} from virtual_agent.conversations where conversation_sid = $1`, [
    conversationSid,
  ]);
}

/** Runs a statement that yields `conversationColumns` of at most one conversation. */
export async function one(
  database: Queryable,
  statement: string,
  values: unknown[],
): Promise<Conversation | undefined> {
  const { rows } = await database.query<ConversationRow>(statement, values);
  return rows[0] && toConversation(rows[0]);
}
