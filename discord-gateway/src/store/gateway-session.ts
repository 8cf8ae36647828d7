import type { Queryable } from '@discord-channel/database';
import type { SessionInfo } from '@discordjs/ws';

/** The session to resume, with the sequence of the last stored event; null when there is none. */
export async function loadSession(db: Queryable, applicationId: string): Promise<SessionInfo | null> {
  const { rows } = await db.query<{
    session_id: string;
    resume_url: string;
    sequence: string;
    shard_id: number;
    shard_count: number;
  }>(
    'select session_id, resume_url, sequence, shard_id, shard_count from relay.gateway_sessions where application_id = $1',
    [applicationId],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    sessionId: row.session_id,
    resumeURL: row.resume_url,
    sequence: Number(row.sequence),
    shardId: row.shard_id,
    shardCount: row.shard_count,
  };
}

/** Stores the session, or forgets it. To be called in the transaction that stores the events up to its sequence. */
export async function saveSession(db: Queryable, applicationId: string, session: SessionInfo | null): Promise<void> {
  if (!session) {
    await db.query('delete from relay.gateway_sessions where application_id = $1', [applicationId]);
    return;
  }
  await db.query(
    `insert into relay.gateway_sessions (application_id, session_id, resume_url, sequence, shard_id, shard_count)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (application_id) do update set session_id = excluded.session_id, resume_url = excluded.resume_url,
       sequence = excluded.sequence, shard_id = excluded.shard_id, shard_count = excluded.shard_count, updated_at = now()`,
    [applicationId, session.sessionId, session.resumeURL, session.sequence, session.shardId, session.shardCount],
  );
}
