import type { Queryable } from '@discord-channel/database';

/** An agent in a conversation, known by the reservation. */
export interface Attendance {
  conversationSid: string;
  reservationSid: string;
  taskSid: string;
  agentName: string;
}

/** The agent who left last. */
export interface Departed {
  reservationSid: string;
  agentName: string;
  leftAt: Date;
  /** A task that came after this agent was given up: the transfer that the agent made. */
  transferGivenUp: boolean;
}

interface WhoIsThereRow {
  present: number;
  reservation_sid: string | null;
  agent_name: string | null;
  left_at: Date | null;
  transfer_given_up: boolean;
}

/** Writes down an arrival. An agent who was heard to have left before stays gone. */
export async function recordArrival(database: Queryable, attendance: Attendance): Promise<'present' | 'left before'> {
  const { conversationSid, reservationSid, taskSid, agentName } = attendance;
  const { rows } = await database.query<{ present: boolean }>(
    `insert into virtual_agent.attendances (reservation_sid, conversation_sid, task_sid, agent_name, left_at)
     values ($1, $2, $3, $4, (select now() from virtual_agent.ended_tasks where conversation_sid = $2 and task_sid = $3))
     on conflict (conversation_sid, reservation_sid) do update set agent_name = excluded.agent_name
     returning left_at is null as present`,
    [reservationSid, conversationSid, taskSid, agentName],
  );
  return rows[0]?.present ? 'present' : 'left before';
}

/** Writes down a departure. @returns whether the agent was there until now. */
export async function recordDeparture(database: Queryable, attendance: Attendance): Promise<'left' | 'not there'> {
  const { conversationSid, reservationSid, taskSid, agentName } = attendance;
  const left = await database.query(
    `update virtual_agent.attendances set left_at = now()
      where conversation_sid = $1 and reservation_sid = $2 and left_at is null`,
    [conversationSid, reservationSid],
  );
  if (left.rowCount === 1) return 'left';
  await database.query(
    `insert into virtual_agent.attendances (reservation_sid, conversation_sid, task_sid, agent_name, left_at)
     values ($1, $2, $3, $4, now()) on conflict (conversation_sid, reservation_sid) do nothing`,
    [reservationSid, conversationSid, taskSid, agentName],
  );
  return 'not there';
}

/** Writes down that a task is over, and with it whoever was there by it. */
export async function recordTaskEnd(
  database: Queryable,
  { conversationSid, taskSid, givenUp }: { conversationSid: string; taskSid: string; givenUp: boolean },
): Promise<void> {
  await database.query(
    `insert into virtual_agent.ended_tasks (task_sid, conversation_sid, given_up) values ($1, $2, $3)
     on conflict do nothing`,
    [taskSid, conversationSid, givenUp],
  );
  await database.query(
    `update virtual_agent.attendances set left_at = now()
      where conversation_sid = $1 and task_sid = $2 and left_at is null`,
    [conversationSid, taskSid],
  );
}

/** Tasks of a conversation that are known to be over. */
export async function endedTasks(database: Queryable, conversationSid: string): Promise<string[]> {
  const { rows } = await database.query<{ task_sid: string }>(
    'select task_sid from virtual_agent.ended_tasks where conversation_sid = $1',
    [conversationSid],
  );
  return rows.map(({ task_sid }) => task_sid);
}

/** When the agent came who came last, of those who are there. */
export async function presentSince(database: Queryable, conversationSid: string): Promise<Date | null> {
  const { rows } = await database.query<{ since: Date | null }>(
    'select max(joined_at) as since from virtual_agent.attendances where conversation_sid = $1 and left_at is null',
    [conversationSid],
  );
  return rows[0]?.since ?? null;
}

/** Who is in the conversation, who left it last, and whether a transfer since that one came was given up. */
export async function whoIsThere(
  database: Queryable,
  conversationSid: string,
): Promise<{ present: number; lastGone: Departed | null }> {
  const { rows } = await database.query<WhoIsThereRow>(
    `select (select count(*) from virtual_agent.attendances where conversation_sid = $1 and left_at is null)::int as present,
            gone.reservation_sid, gone.agent_name, gone.left_at,
            exists (select from virtual_agent.ended_tasks
                     where conversation_sid = $1 and given_up and ended_at > gone.joined_at) as transfer_given_up
       from (select 1) as one
       left join lateral (
         select reservation_sid, agent_name, joined_at, left_at from virtual_agent.attendances
          where conversation_sid = $1 and left_at is not null order by left_at desc limit 1) gone on true`,
    [conversationSid],
  );
  const [row] = rows;
  const lastGone =
    row?.reservation_sid && row.agent_name && row.left_at
      ? {
          reservationSid: row.reservation_sid,
          agentName: row.agent_name,
          leftAt: row.left_at,
          transferGivenUp: row.transfer_given_up,
        }
      : null;
  return { present: row?.present ?? 0, lastGone };
}
