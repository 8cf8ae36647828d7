import type { Queryable } from '@discord-channel/database';
import { type DmChannel, type DmChannelRow, dmColumns, dmJoins, toDmChannel } from './dm-channels';
import type { InboxKind, InboxRow } from './inbox';

/** What is to be done in a lane, with what is known of its DM. */
export interface InboxWork {
  row: InboxRow;
  /** Undefined for the lane of a command. */
  dm: DmChannel | undefined;
}

/**
 * The first row of each lane that is not done, in the order of the lanes; undefined where there is none, or where it
 * waits until the DM is read. One statement for many lanes, since every message pays for it.
 */
export async function readInboxWork(db: Queryable, lanes: readonly string[]): Promise<(InboxWork | undefined)[]> {
  const { rows } = await db.query<WorkRow>(
    `select asked.lane, w.position, w.discord_id, w.kind, w.payload, w.media_sid, w.attempts, w.due_in_ms, ${dmColumns}
     from unnest($1::text[]) as asked(lane)
     cross join lateral (select position, discord_id, kind, payload, media_sid, attempts,
         greatest(0, ceil(extract(epoch from next_attempt_at - now()) * 1000))::float8 as due_in_ms
       from relay.inbox i where i.lane = asked.lane and i.state = 'waiting'
         and not exists (select 1 from relay.backfills b where b.dm_channel_id = asked.lane and i.position > b.from_position)
       order by position limit 1) w
     left join relay.dm_channels c on c.dm_channel_id = asked.lane ${dmJoins}`,
    [lanes],
  );
  const byLane = new Map(rows.map((row) => [row.lane, row]));
  return lanes.map((lane) => {
    const row = byLane.get(lane);
    return row && toWork(row);
  });
}

function toWork(row: WorkRow): InboxWork {
  return {
    row: {
      position: Number(row.position),
      discordId: row.discord_id,
      kind: row.kind,
      payload: row.payload,
      mediaSid: row.media_sid,
      attempts: row.attempts,
      dueInMs: row.due_in_ms,
    },
    dm: isDm(row) ? toDmChannel(row.lane, row) : undefined,
  };
}

type WorkRow = {
  lane: string;
  position: string;
  discord_id: string;
  kind: InboxKind;
  payload: unknown;
  media_sid: string | null;
  attempts: number;
  due_in_ms: number;
} & { [Column in keyof DmChannelRow]: DmChannelRow[Column] | null };

function isDm(row: WorkRow): row is WorkRow & DmChannelRow {
  return row.user_id !== null;
}
