import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { type ArticleDraft, buildSearchIndexes, createArticleSearch, publishArticles } from '../../src';

const applicationId = '100000000000000001';
const guildId = '200000000000000001';
const elsewhere = '200000000000000002';

const draft = (id: string, title: string, changes: Partial<ArticleDraft> = {}): ArticleDraft => ({
  id,
  title,
  category: 'Account',
  queries: [],
  url: null,
  text: `What there is to say of the ${title.toLowerCase()}.`,
  language: 'en',
  state: 'published',
  ...changes,
});

// Indexes of some size are built here, which takes a busy machine its time.
jest.setTimeout(60_000);

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'knowledge-base-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
beforeEach(() =>
  pool.query(
    `truncate knowledge_base.articles, knowledge_base.revisions, knowledge_base.search_snapshots,
              knowledge_base.search_snapshot_parts`,
  ),
);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const publish = (articles: ArticleDraft[], guild: string | null = null) =>
  publishArticles(pool, { applicationId, guildId: guild, articles, updatedBy: 'test' });

/** More than a searcher builds on the spot. */
const many = (word: string) => Array.from({ length: 501 }, (_, number) => draft(`a${number}`, `${word} ${number}`));

/** A searcher with its own clock that writes down what it asks the database. */
function searcher() {
  const clock = { now: 0 };
  const asked: string[] = [];
  const counting = {
    query: (...parameters: Parameters<Pool['query']>) => {
      asked.push(String(parameters[0]));
      return pool.query(...parameters);
    },
  } as Pick<Pool, 'query'>;
  const search = createArticleSearch({ database: counting, monotonicNow: () => clock.now });
  return {
    clock,
    asked,
    loads: () => asked.filter((sql) => sql.includes('search_snapshot_parts')).length,
    find: (question: string, guild: string | null = guildId) =>
      search.search({ applicationId, guildId: guild }, question, 4),
    titles: async (question: string, guild: string | null = guildId) =>
      (await search.search({ applicationId, guildId: guild }, question, 4)).articles.map(
        ({ article }) => article.title,
      ),
  };
}

test('a search sees a new publication after two seconds, and looks no more often', async () => {
  const { clock, asked, titles } = searcher();
  await publish([draft('password', 'Reset Password')]);
  expect(await titles('password')).toEqual(['Reset Password']);
  await publish([draft('refund', 'Refund of a password manager')]);
  const looks = () => asked.filter((sql) => sql.includes('search_snapshots')).length;
  const before = looks();
  clock.now = 1_999;
  expect(await titles('password')).toEqual(['Reset Password']);
  expect(looks()).toBe(before);
  clock.now = 2_000;
  expect(await titles('password')).toHaveLength(2);
  expect(looks()).toBe(before + 1);
});

test('what was built by the worker is loaded, and not built again', async () => {
  await publish([draft('password', 'Reset Password'), draft('refund', 'Refunds')]);
  expect(await buildSearchIndexes(pool, applicationId)).toEqual({ built: 1 });
  const { titles, loads, find } = searcher();
  expect(await titles('refund')).toEqual(['Refunds']);
  expect(loads()).toBe(1);
  expect((await find('refund')).confidence).toBeGreaterThan(0.5);
  expect(await buildSearchIndexes(pool, applicationId)).toEqual({ built: 0 });
});

test('publishing asks the worker for an index, once for several publications', async () => {
  await pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
  await publish([draft('password', 'Reset Password')]);
  await publish([draft('password', 'Password Reset')]);
  await publish([draft('password', 'Password Reset')]);
  const { rows } = await pool.query(
    "select key from graphile_worker.jobs where task_identifier = 'build-search-indexes'",
  );
  expect(rows).toEqual([{ key: `search-indexes:${applicationId}` }]);
});

test('a large index serves as it was until the worker has built the new one', async () => {
  await publish(many('Old'));
  await buildSearchIndexes(pool, applicationId);
  const { clock, titles, loads } = searcher();
  expect(await titles('old 77')).toContain('Old 77');
  await publish([draft('fresh', 'Fresh paint')]);
  clock.now = 2_000;
  expect(await titles('fresh paint')).toEqual([]);
  expect(loads()).toBe(1);
  await buildSearchIndexes(pool, applicationId);
  clock.now = 4_000;
  expect(await titles('fresh paint')).toEqual(['Fresh paint']);
});

test('a large knowledge base that was never indexed is searched all the same', async () => {
  await publish(many('Never indexed'));
  expect(await searcher().titles('indexed 42')).toContain('Never indexed 42');
});

test('an index of several parts is loaded whole', async () => {
  const long = Array.from({ length: 600 }, (_, number) =>
    draft(`a${number}`, `Part ${number}`, {
      text: Array.from({ length: 60 }, (__, word) => `w${number}x${word}`).join(' '),
    }),
  );
  await publish(long);
  await buildSearchIndexes(pool, applicationId);
  const { rows } = await pool.query<{ parts: number }>('select parts from knowledge_base.search_snapshots');
  expect(rows[0]?.parts).toBeGreaterThan(1);
  const { titles, loads } = searcher();
  expect((await titles('w599x59'))[0]).toBe('Part 599');
  expect(loads()).toBe(rows[0]?.parts);
});

test('an index that lost a part is not trusted', async () => {
  await publish([draft('password', 'Reset Password')]);
  await buildSearchIndexes(pool, applicationId);
  await pool.query('delete from knowledge_base.search_snapshot_parts');
  expect(await searcher().titles('password')).toEqual(['Reset Password']);
});

test('a server with articles of its own has its own index, others the general one', async () => {
  await publish([draft('rules', 'General rules'), draft('password', 'Reset Password')]);
  await publish([draft('rules', 'House rules')], guildId);
  expect(await buildSearchIndexes(pool, applicationId)).toEqual({ built: 2 });
  const { titles } = searcher();
  expect(await titles('rules')).toEqual(['House rules']);
  expect(await titles('rules', elsewhere)).toEqual(['General rules']);
  expect(await titles('rules', null)).toEqual(['General rules']);
});

test('a server that gives up its own articles has the general index again', async () => {
  await publish([draft('rules', 'General rules')]);
  await publish([draft('rules', 'House rules')], guildId);
  await buildSearchIndexes(pool, applicationId);
  await publish([draft('rules', 'House rules', { state: 'draft' })], guildId);
  await buildSearchIndexes(pool, applicationId);
  expect(await searcher().titles('rules')).toEqual(['General rules']);
  const { rows } = await pool.query<{ guild_id: string }>('select guild_id from knowledge_base.search_snapshots');
  expect(rows).toEqual([{ guild_id: '' }]);
});

test('only the server whose articles changed is indexed anew', async () => {
  await publish([draft('rules', 'General rules')]);
  await publish([draft('rules', 'House rules')], guildId);
  await buildSearchIndexes(pool, applicationId);
  await publish([draft('rules', 'New house rules')], guildId);
  expect(await buildSearchIndexes(pool, applicationId)).toEqual({ built: 1 });
});

test('an article taken back since the index was built is not shown, nor is there confidence in it', async () => {
  await publish([draft('password', 'Reset Password'), draft('other', 'Choosing a password')]);
  const { titles, find } = searcher();
  expect(await titles('reset password')).toHaveLength(2);
  await publish([draft('password', 'Reset Password', { state: 'draft' })]);
  const found = await find('reset password');
  expect(found.articles.map(({ article }) => article.id)).toEqual(['other']);
  expect(found.confidence).toBe(0);
});

test('questions at the same moment open one index', async () => {
  await publish([draft('password', 'Reset Password')]);
  await buildSearchIndexes(pool, applicationId);
  const { titles, loads } = searcher();
  await Promise.all([titles('password'), titles('reset'), titles('password')]);
  expect(loads()).toBe(1);
});

test('an application that never published anything has no answer', async () => {
  expect(await searcher().find('password')).toEqual({ articles: [], confidence: 0, answerable: 0 });
  expect(await buildSearchIndexes(pool, applicationId)).toEqual({ built: 0 });
});

test('a failed look is repeated by the next question', async () => {
  await publish([draft('password', 'Reset Password')]);
  let down = true;
  const failing = {
    query: (...parameters: Parameters<Pool['query']>) => {
      if (down) return Promise.reject(new Error('the database is away'));
      return pool.query(...parameters);
    },
  } as Pick<Pool, 'query'>;
  const search = createArticleSearch({ database: failing, monotonicNow: () => 0 });
  await expect(search.search({ applicationId, guildId }, 'password', 1)).rejects.toThrow('away');
  down = false;
  expect((await search.search({ applicationId, guildId }, 'password', 1)).articles).toHaveLength(1);
});
