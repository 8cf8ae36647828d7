import { noticeAttributes } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { PostedMessage, VirtualAgentDependencies } from './ports';

export interface Notice {
  conversationSid: string;
  /** Unique per happening: what has this key is said once. */
  key: string;
  /** A text for the player, who sees it in Discord; it is in the transcript too. */
  text: string;
}

export type PostNoticeResult =
  | { kind: 'posted'; message: PostedMessage }
  | { kind: 'already-posted'; message: PostedMessage }
  /** Somebody else is posting it at this moment, or died doing so a moment ago: to be tried again in some seconds. */
  | { kind: 'in-progress' };

/** Longer than a post can take, shorter than the time after which the watchdog of a hand-off comes by. */
const claimSeconds = 15;

/**
 * Says in the conversation what happened, once per key, however often and from wherever this is called. Who writes
 * the key's row first posts; after an unknown outcome Twilio is asked before anybody posts again.
 */
export async function postNotice(
  { database, twilio }: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  { conversationSid, key, text }: Notice,
): Promise<PostNoticeResult> {
  const attempt = await claim(database, conversationSid, key);
  if (attempt === undefined) return readPosted(database, conversationSid, key);

  const earlier = attempt > 1 ? await twilio.findNotice(conversationSid, key) : undefined;
  const message =
    earlier?.kind === 'found'
      ? earlier.message
      : await twilio.postMessage(conversationSid, {
          body: text,
          attributes: JSON.stringify(noticeAttributes.parse({ origin: 'notice', key })),
        });
  await database.query(
    `update virtual_agent.notices set message_sid = $3, message_index = $4 where conversation_sid = $1 and key = $2`,
    [conversationSid, key, message.sid, message.index],
  );
  return { kind: 'posted', message };
}

/** The number of this attempt, or undefined when it is not the caller's to post. */
async function claim(database: Queryable, conversationSid: string, key: string): Promise<number | undefined> {
  const { rows } = await database.query<{ attempts: number }>(
    `insert into virtual_agent.notices (conversation_sid, key, claimed_until)
     values ($1, $2, now() + make_interval(secs => $3))
     on conflict (conversation_sid, key) do update
       set claimed_until = excluded.claimed_until, attempts = notices.attempts + 1
       where notices.message_sid is null and notices.claimed_until < now()
     returning attempts`,
    [conversationSid, key, claimSeconds],
  );
  return rows[0]?.attempts;
}

async function readPosted(database: Queryable, conversationSid: string, key: string): Promise<PostNoticeResult> {
  const { rows } = await database.query<{ message_sid: string | null; message_index: number | null }>(
    'select message_sid, message_index from virtual_agent.notices where conversation_sid = $1 and key = $2',
    [conversationSid, key],
  );
  const { message_sid: sid, message_index: index } = rows[0] ?? {};
  return sid && typeof index === 'number'
    ? { kind: 'already-posted', message: { sid, index } }
    : { kind: 'in-progress' };
}
