import type { Queryable } from '@discord-channel/database';

export interface PlayerNotice {
  key: string;
  body: string;
  attempts: number;
  dueInMs: number;
}

/** Stores what a player is to be told, once per key. */
export async function addPlayerNotice(
  db: Queryable,
  notice: { key: string; dmChannelId: string; text: string },
): Promise<void> {
  await db.query(
    'insert into relay.player_notices (key, dm_channel_id, body) values ($1, $2, $3) on conflict (key) do nothing',
    [notice.key, notice.dmChannelId, notice.text],
  );
}

/** The first notice that waits for a DM. */
export async function firstNotice(db: Queryable, dmChannelId: string): Promise<PlayerNotice | undefined> {
  const { rows } = await db.query<{ key: string; body: string; attempts: number; due_in_ms: number }>(
    `select key, body, attempts,
       greatest(0, ceil(extract(epoch from next_attempt_at - now()) * 1000))::float8 as due_in_ms
     from relay.player_notices where dm_channel_id = $1 and state = 'waiting' order by position limit 1`,
    [dmChannelId],
  );
  const row = rows[0];
  return row && { key: row.key, body: row.body, attempts: row.attempts, dueInMs: row.due_in_ms };
}

/** The notice is dealt with; its text goes. */
export async function finishNotice(
  db: Queryable,
  key: string,
  result: { state: 'sent' } | { state: 'failed'; code: string },
): Promise<void> {
  await db.query(
    `update relay.player_notices set state = $2, body = null, done_at = now(), last_error = coalesce($3, last_error)
     where key = $1`,
    [key, result.state, result.state === 'failed' ? result.code : null],
  );
}

/** The attempt failed and is to be repeated after `delayMs`. */
export async function postponeNotice(
  db: Queryable,
  key: string,
  failure: { code: string; delayMs: number },
): Promise<void> {
  await db.query(
    `update relay.player_notices set attempts = attempts + 1, last_error = $2,
       next_attempt_at = now() + $3 * interval '1 ms' where key = $1`,
    [key, failure.code, failure.delayMs],
  );
}
