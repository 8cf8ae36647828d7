import { enqueueJob, type Queryable } from '@discord-channel/database';

/** Something that was set aside. Its content is not shown. */
export interface Parked {
  /** `in-POSITION` towards Flex, `out-CONVERSATION-INDEX` towards the player. */
  id: string;
  what: string;
  dmChannelId: string;
  receivedAt: Date;
  attempts: number;
  reason: string | null;
}

/** Days for which a message that the player did not get stays on the list: the agent was told. */
const listedDays = 30;

/** Everything that is set aside, oldest first. */
export async function listParked(db: Queryable): Promise<Parked[]> {
  const { rows } = await db.query<Parked>(
    `select 'in-' || position as id, kind as what, lane as "dmChannelId", received_at as "receivedAt", attempts,
       last_error as reason from relay.inbox where state = 'parked'
     union all
     select 'out-' || conversation_sid || '-' || message_index, 'message to the player', dm_channel_id, o.received_at,
       o.attempts, o.last_error from relay.outbox o join relay.conversations using (conversation_sid)
     where o.state = 'failed' and o.done_at > now() - $1 * interval '1 day'
     order by 4`,
    [listedDays],
  );
  return rows;
}

/** Asks the worker to try it again. Returns whether there is such a thing. */
export async function retryParked(db: Queryable, id: string): Promise<boolean> {
  if (!(await listParked(db)).some((one) => one.id === id)) return false;
  await enqueueJob(db, 'retry-parked', { id, key: `${Date.now()}` });
  return true;
}

/** Gives it up for good; its content goes. Returns whether there was such a thing. */
export async function dropParked(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with dropped_in as (
       update relay.inbox set state = 'done', payload = null, done_at = now()
       where state = 'parked' and 'in-' || position = $1 returning 1),
     dropped_out as (
       update relay.outbox set state = 'skipped'
       where state = 'failed' and 'out-' || conversation_sid || '-' || message_index = $1 returning 1)
     select from dropped_in union all select from dropped_out`,
    [id],
  );
  return rowCount === 1;
}

/** Puts a row of the inbox back into its lane, which is returned; undefined when it is not set aside. */
export async function unparkInboxRow(db: Queryable, id: string): Promise<string | undefined> {
  const { rows } = await db.query<{ lane: string }>(
    `update relay.inbox set state = 'waiting', attempts = 0, next_attempt_at = now()
     where state = 'parked' and 'in-' || position = $1 returning lane`,
    [id],
  );
  return rows[0]?.lane;
}
