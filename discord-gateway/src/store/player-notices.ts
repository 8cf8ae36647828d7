import type { Presentation } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { APIEmbed } from 'discord-api-types/v10';

export interface PlayerNotice {
  key: string;
  body: string;
  /** Null for one that asks nothing. */
  buttons: Presentation['buttons'] | null;
  /** A card under the text, or instead of it. */
  embed: APIEmbed | null;
  attempts: number;
  dueInMs: number;
}

/** Stores what a player is to be told, once per key. */
export async function addPlayerNotice(
  db: Queryable,
  notice: { key: string; dmChannelId: string; text: string; buttons?: Presentation['buttons']; embed?: APIEmbed },
): Promise<void> {
  await db.query(
    `insert into relay.player_notices (key, dm_channel_id, body, buttons, embed) values ($1, $2, $3, $4, $5)
     on conflict (key) do nothing`,
    [
      notice.key,
      notice.dmChannelId,
      notice.text,
      notice.buttons ? JSON.stringify(notice.buttons) : null,
      notice.embed ? JSON.stringify(notice.embed) : null,
    ],
  );
}

/** The first notice that waits for a DM. */
export async function firstNotice(db: Queryable, dmChannelId: string): Promise<PlayerNotice | undefined> {
  const { rows } = await db.query<Omit<PlayerNotice, 'dueInMs'> & { due_in_ms: number }>(
    `select key, body, buttons, embed, attempts,
       greatest(0, ceil(extract(epoch from next_attempt_at - now()) * 1000))::float8 as due_in_ms
     from relay.player_notices where dm_channel_id = $1 and state = 'waiting' order by position limit 1`,
    [dmChannelId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { due_in_ms: dueInMs, ...notice } = row;
  return { ...notice, dueInMs };
}

/** The notice is dealt with; its text goes. Of one with buttons or an embed it is kept which message it is. */
export async function finishNotice(
  db: Queryable,
  key: string,
  result: { state: 'sent'; messageId: string } | { state: 'failed'; code: string },
): Promise<void> {
  await db.query(
    `update relay.player_notices set state = $2, body = null, done_at = now(), last_error = coalesce($3, last_error),
       message_id = case when buttons is not null or embed is not null then $4 end, buttons = null
     where key = $1`,
    [
      key,
      result.state,
      result.state === 'failed' ? result.code : null,
      result.state === 'sent' ? result.messageId : null,
    ],
  );
}

/** Not done, and to be tried again after `delayMs`. */
export async function postponeNotice(
  db: Queryable,
  key: string,
  again: { code: string; delayMs: number; failures: number },
): Promise<void> {
  await db.query(
    `update relay.player_notices set attempts = attempts + $4, last_error = $2,
       next_attempt_at = now() + $3 * interval '1 ms' where key = $1`,
    [key, again.code, again.delayMs, again.failures],
  );
}

/** The message of a notice with buttons; undefined while it is not in the DM. */
export async function messageOfNotice(db: Queryable, dmChannelId: string, key: string): Promise<string | undefined> {
  const { rows } = await db.query<{ message_id: string }>(
    'select message_id from relay.player_notices where key = $1 and dm_channel_id = $2 and message_id is not null',
    [key, dmChannelId],
  );
  return rows[0]?.message_id;
}

/**
 * The key of the notice with buttons that was the last thing said in the DM; undefined when the player, the virtual
 * agent or an agent has said something since.
 */
export async function lastAsked(db: Queryable, dmChannelId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ key: string }>(
    `select n.key from (select key, done_at from relay.player_notices
                         where dm_channel_id = $1 and message_id is not null order by done_at desc limit 1) n
      where not exists (
        select from relay.outbox o
         where o.conversation_sid = (select conversation_sid from relay.conversations
                                      where dm_channel_id = $1 order by position desc limit 1)
           and o.received_at > n.done_at)`,
    [dmChannelId],
  );
  return rows[0]?.key;
}
