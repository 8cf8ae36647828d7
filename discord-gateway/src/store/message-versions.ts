import type { Queryable } from '@discord-channel/database';

/** Days for which the versions of a changed message are kept. */
const keptDays = 30;

/** Keeps what a message says, once per change. `original` is what it said before the first. */
export async function keepVersion(
  db: Queryable,
  version: { messageSid: string; changeId: string; body: string },
): Promise<void> {
  await db.query(
    'insert into relay.message_versions (message_sid, change_id, body) values ($1, $2, $3) on conflict do nothing',
    [version.messageSid, version.changeId, version.body],
  );
}

/** Forgets versions that are older than they are kept for. Returns how many. */
export async function forgetOldVersions(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `delete from relay.message_versions where stored_at < now() - $1 * interval '1 day'`,
    [keptDays],
  );
  return rowCount ?? 0;
}
