import type { Queryable } from '@discord-channel/database';
import { finishSent } from '../../src/store/finish-sent';
import { readInboxWork } from '../../src/store/inbox-work';
import { firstUnfinished } from '../../src/store/outbox';
import { recordPublished } from '../../src/store/record-published';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
const conversations = 400;
const lanes = ['dm 1', 'dm 2', 'dm 3'];
const sids = ['CH1', 'CH2', 'CH3'];

/** A long history that Postgres knows, then a backlog that it does not: as when Twilio or Discord was away. */
beforeEach(async () => {
  const each = `generate_series(1, ${conversations}) n`;
  await database().query(`
    insert into relay.dm_channels (application_id, dm_channel_id, user_id, username, display_name, newest_id)
      select '1', 'dm ' || n, 'user ' || n, 'kim', 'Kim', 0 from ${each};
    insert into relay.conversations (dm_channel_id, unique_name, conversation_sid, state, next_index)
      select 'dm ' || n, 'name ' || n, 'CH' || n, 'open', 5 from ${each};
    insert into relay.inbox (discord_id, lane, kind, state)
      select n || '-' || message, 'dm ' || n, 'message', 'done' from ${each}, generate_series(1, 5) message;
    insert into relay.outbox (conversation_sid, message_index, message_sid, author, state)
      select 'CH' || n, message, 'IM', 'kim', 'sent' from ${each}, generate_series(0, 4) message;
    analyze relay.inbox, relay.outbox, relay.conversations, relay.dm_channels;
    insert into relay.inbox (discord_id, lane, kind, payload)
      select n || '+' || message, 'dm ' || n, 'message', '{}' from generate_series(1, 2) message, ${each};
    insert into relay.outbox (conversation_sid, message_index, message_sid, author, state, body, attributes)
      select 'CH' || n, message, 'IM', 'kim', 'waiting', 'hello', '{}' from generate_series(5, 6) message, ${each};`);
});

/** How many rows of a table something reads. */
async function rowsRead(table: string, work: (db: Queryable) => Promise<unknown>): Promise<number> {
  const client = await database().connect();
  try {
    await client.query('begin');
    await work(client);
    const { rows } = await client.query<{ read: number }>(
      `select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
       where schemaname = 'relay' and relname = $1`,
      [table],
    );
    return rows[0]?.read ?? Number.NaN;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('what waits in other DMs is not read for a player’s message', async () => {
  const looks = await rowsRead('inbox', async (db) => {
    const work = await readInboxWork(db, lanes);
    expect(work.map((one) => one?.row.discordId)).toEqual(['1+1', '2+1', '3+1']);
  });
  expect(looks).toBeLessThan(20);
  const work = await readInboxWork(database(), lanes);
  const published = work.map((one, place) => ({
    position: one?.row.position ?? 0,
    discordId: one?.row.discordId ?? '',
    conversationSid: sids[place] ?? '',
    messageSid: `IM${place}`,
    index: 7,
    author: 'discord_1',
  }));
  const records = await rowsRead('inbox', async (db) => {
    expect(await recordPublished(db, published)).toEqual(lanes.map(() => ({ moreWaits: true, agentJoined: false })));
  });
  expect(records).toBeLessThan(40);
});

test('what waits in other DMs is not read for an agent’s message', async () => {
  const looks = await rowsRead('outbox', async (db) => {
    const first = await firstUnfinished(db, lanes);
    expect(first.map((row) => [row?.conversationSid, row?.index])).toEqual(sids.map((sid) => [sid, 5]));
  });
  expect(looks).toBeLessThan(20);
  const finished = await rowsRead('outbox', async (db) => {
    const sent = sids.map((conversationSid) => ({
      conversationSid,
      index: 5,
      lastPart: { discordMessageId: '1', digest: 'a' },
    }));
    expect(await finishSent(db, sent)).toEqual(sids.map(() => ({ moreWaits: true })));
  });
  expect(finished).toBeLessThan(40);
});
