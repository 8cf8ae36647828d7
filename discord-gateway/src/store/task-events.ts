import type { Queryable } from '@discord-channel/database';

/** Remembers an event by its id. To be called in the transaction that acts on it. */
export async function rememberTaskEvent(
  db: Queryable,
  event: { id: string; type: string },
): Promise<'new' | 'seen before'> {
  const { rowCount } = await db.query(
    'insert into relay.task_events (event_id, type) values ($1, $2) on conflict (event_id) do nothing',
    [event.id, event.type],
  );
  return rowCount === 1 ? 'new' : 'seen before';
}
