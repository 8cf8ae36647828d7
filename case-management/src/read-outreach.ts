import type { Actor, Outreach } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** A message that an agent wrote first, with what it takes to bring it to the player. */
export interface OutreachToDo {
  outreach: Outreach;
  case: { id: string; number: number };
  agent: Actor;
  workerSid: string;
  /** Null once it is sent or has failed. */
  text: string | null;
  /** The message in Discord; null while it is not known to be there. */
  discordMessageId: string | null;
  player: {
    applicationId: string;
    userId: string;
    username: string;
    displayName: string;
    avatarUrl: string | null;
    locale: string | null;
  };
}

interface OutreachRow {
  id: string;
  state: Outreach['state'];
  failure: string | null;
  conversation_sid: string | null;
  case_id: string;
  number: string;
  agent_id: string;
  agent_name: string;
  worker_sid: string;
  text: string | null;
  discord_message_id: string | null;
  application_id: string;
  discord_user_id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
}

/** @returns undefined when there is none with this id */
export async function readOutreach(database: Queryable, outreachId: string): Promise<OutreachToDo | undefined> {
  const { rows } = await database.query<OutreachRow>(
    `select o.id, o.state, o.failure, o.conversation_sid, o.case_id, c.number, o.agent_id, o.agent_name, o.worker_sid,
            o.text, o.discord_message_id, p.application_id, p.discord_user_id, p.username, p.display_name, p.avatar_url,
            p.locale
       from case_management.outreaches o
       join case_management.cases c on c.id = o.case_id
       join case_management.contacts p on p.id = c.contact_id
      where o.id = $1`,
    [outreachId],
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    outreach: { id: row.id, state: row.state, failure: row.failure, conversationSid: row.conversation_sid },
    case: { id: row.case_id, number: Number(row.number) },
    agent: { kind: 'agent', id: row.agent_id, name: row.agent_name },
    workerSid: row.worker_sid,
    text: row.text,
    discordMessageId: row.discord_message_id,
    player: {
      applicationId: row.application_id,
      userId: row.discord_user_id,
      username: row.username,
      displayName: row.display_name,
      avatarUrl: row.avatar_url,
      locale: row.locale,
    },
  };
}
