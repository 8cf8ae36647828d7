import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { changeFeedback, countFeedback, findFeedback, publishArticles } from '../../src';

const applicationId = '100000000000000001';
const guildId = '200000000000000001';
const kim = { kind: 'agent' as const, id: 'kim', name: 'Kim' };
const noor = { kind: 'agent' as const, id: 'noor', name: 'Noor' };
const said = {
  applicationId,
  guildId,
  articleId: 'refunds',
  agent: kim,
  messageSid: `IM${'1'.repeat(32)}`,
  query: 'where is my money',
  notHelpful: true,
};

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'feedback-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
  const article = {
    category: 'Payments',
    queries: [],
    url: null,
    text: 'Five days.',
    language: 'en',
    state: 'published' as const,
  };
  const articles = [
    { ...article, id: 'refunds', title: 'Refunds' },
    { ...article, id: 'gems', title: 'Gems' },
    { ...article, id: 'later', title: 'Later', state: 'draft' as const },
  ];
  await publishArticles(pool, { applicationId, guildId: null, articles, updatedBy: 'test' });
});
beforeEach(() => pool.query('truncate knowledge_base.article_feedback'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const count = async () => (await countFeedback(pool, applicationId)).map((one) => [one.articleId, one.count]);

test('feedback is kept with who said it of which article, what was looked for and when', async () => {
  expect(await changeFeedback(pool, said)).toEqual({ kind: 'changed' });
  expect(await countFeedback(pool, applicationId)).toEqual([
    { articleId: 'refunds', count: 1, agents: 1, lastAt: expect.any(Date), queries: ['where is my money'] },
  ]);
  const { rows } = await pool.query('select agent_id, agent_name, guild_id from knowledge_base.article_feedback');
  expect(rows).toEqual([{ agent_id: 'kim', agent_name: 'Kim', guild_id: guildId }]);
});

test('one agent counts once per article and message, however often and at once it is said', async () => {
  await Promise.all(Array.from({ length: 5 }, () => changeFeedback(pool, said)));
  await changeFeedback(pool, { ...said, query: 'edited meanwhile' });
  expect(await count()).toEqual([['refunds', 1]]);
  await changeFeedback(pool, { ...said, agent: noor });
  await changeFeedback(pool, { ...said, messageSid: `IM${'2'.repeat(32)}` });
  await changeFeedback(pool, { ...said, articleId: 'gems' });
  expect(await count()).toEqual([
    ['refunds', 3],
    ['gems', 1],
  ]);
});

test('a search by hand counts once per words', async () => {
  for (const query of ['Refund', ' refund ', 'refund?'])
    await changeFeedback(pool, { ...said, messageSid: null, query });
  expect(await count()).toEqual([['refunds', 2]]);
});

test('it is taken back, by who said it alone', async () => {
  await changeFeedback(pool, said);
  await changeFeedback(pool, { ...said, agent: noor, notHelpful: false });
  expect(await count()).toEqual([['refunds', 1]]);
  await changeFeedback(pool, { ...said, notHelpful: false });
  await changeFeedback(pool, { ...said, notHelpful: false });
  expect(await count()).toEqual([]);
});

test('an agent finds again what they said of a message', async () => {
  await changeFeedback(pool, said);
  const ask = {
    applicationId,
    agentId: 'kim',
    articleIds: ['refunds', 'gems'],
    messageSid: said.messageSid,
    query: '',
  };
  expect([...(await findFeedback(pool, ask))]).toEqual(['refunds']);
  expect([...(await findFeedback(pool, { ...ask, agentId: 'noor' }))]).toEqual([]);
  expect([...(await findFeedback(pool, { ...ask, messageSid: null }))]).toEqual([]);
});

test.each(['unknown', 'later'])('nothing is kept of an article that players do not see: %s', async (articleId) => {
  expect(await changeFeedback(pool, { ...said, articleId })).toEqual({ kind: 'no-such-article' });
  expect(await count()).toEqual([]);
});

test('whatever was looked for can be kept', async () => {
  const query = `\u0000'; drop table knowledge_base.articles; -- \ud800${'漢'.repeat(2_000)}`;
  expect(await changeFeedback(pool, { ...said, query })).toEqual({ kind: 'changed' });
  expect(await count()).toEqual([['refunds', 1]]);
});
