import type { Queryable } from '@discord-channel/database';

/** A DM channel that is still to be read. */
export interface Backfill {
  dmChannelId: string;
  /** Snowflake up to which it is read. */
  afterId: string;
  /** Raised by every session that is lost. */
  generation: number;
}

/** Every known DM channel is to be read from its newest stored event on. One that is being read is to be read further. */
export async function beginBackfills(db: Queryable, applicationId: string): Promise<void> {
  // In the order in which whoever reads a channel locks: the channel first, then how far it is read.
  await db.query('select from relay.dm_channels where application_id = $1 order by dm_channel_id for no key update', [
    applicationId,
  ]);
  await db.query(
    `insert into relay.backfills (dm_channel_id, application_id, after_id, from_position)
     select dm_channel_id, application_id, newest_id, (select coalesce(max(position), 0) from relay.inbox)
     from relay.dm_channels where application_id = $1
     on conflict (dm_channel_id) do update set generation = relay.backfills.generation + 1`,
    [applicationId],
  );
}

/** DM channels that are still to be read: those in which something waits for it first, then the latest in use. */
export async function pendingBackfills(db: Queryable, applicationId: string): Promise<string[]> {
  const { rows } = await db.query<{ dm_channel_id: string }>(
    `select b.dm_channel_id from relay.backfills b join relay.dm_channels c using (dm_channel_id)
     where b.application_id = $1
     order by exists (select 1 from relay.inbox i where i.lane = b.dm_channel_id and i.state = 'waiting') desc,
       c.last_seen_at desc`,
    [applicationId],
  );
  return rows.map((row) => row.dm_channel_id);
}

/** How far a DM channel is read; undefined when there is nothing to read. */
export async function readBackfill(db: Queryable, dmChannelId: string): Promise<Backfill | undefined> {
  const { rows } = await db.query<{ after_id: string; generation: number }>(
    'select after_id, generation from relay.backfills where dm_channel_id = $1',
    [dmChannelId],
  );
  return rows[0] && { dmChannelId, afterId: rows[0].after_id, generation: rows[0].generation };
}

/** A page of the channel is stored. To be called in the transaction that stores it. */
export async function moveBackfill(
  db: Queryable,
  { dmChannelId }: Backfill,
  read: { afterId: string; recovered: number },
): Promise<void> {
  await db.query('update relay.backfills set after_id = $2, recovered = recovered + $3 where dm_channel_id = $1', [
    dmChannelId,
    read.afterId,
    read.recovered,
  ]);
}

/**
 * The channel is read to its end, unless another session was lost while it was being read.
 * @returns how many messages were recovered and where the rows begin that waited; undefined when it is to be read on.
 */
export async function endBackfill(
  db: Queryable,
  { dmChannelId, generation }: Backfill,
): Promise<{ recovered: number; fromPosition: string } | undefined> {
  const { rows } = await db.query<{ recovered: number; from_position: string }>(
    'delete from relay.backfills where dm_channel_id = $1 and generation = $2 returning recovered, from_position',
    [dmChannelId, generation],
  );
  return rows[0] && { recovered: rows[0].recovered, fromPosition: rows[0].from_position };
}
