import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  changeFeedback,
  deleteArticle,
  findArticleFeedback,
  findArticles,
  findFeedback,
  publishArticles,
} from '../../src';

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

const listed = async () => {
  const { articles } = await findArticles(
    pool,
    { search: '', sort: { by: 'not-helpful', direction: 'descending' } },
    { feedback: true },
  );
  return articles;
};
/** What was said not to help, the most often criticised first. */
const count = async () =>
  (await listed()).flatMap(({ id, notHelpful }) => (notHelpful ? [[id, notHelpful] as const] : []));
const keyOf = async (articleId: string, guild: string | null = null) =>
  (await listed()).find(({ id, guildId: at }) => id === articleId && at === guild)?.key ?? '';

test('feedback is kept with who said it of which article, what was looked for and when', async () => {
  expect(await changeFeedback(pool, said)).toEqual({ kind: 'changed' });
  const { feedback, next } = await findArticleFeedback(pool, { key: await keyOf('refunds') });
  expect([feedback, next]).toEqual([
    [{ query: 'where is my money', agentName: 'Kim', givenAt: expect.stringMatching(/^20\d\d-.*Z$/) }],
    null,
  ]);
  expect(Math.abs(Date.now() - Date.parse(feedback[0]?.givenAt ?? ''))).toBeLessThan(60_000);
  expect(await findArticleFeedback(pool, { key: await keyOf('gems') })).toEqual({ feedback: [], next: null });
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

describe('what administrators see of feedback', () => {
  const all = async (key: string) => {
    const queries: string[][] = [];
    let after: string | undefined;
    do {
      const page = await findArticleFeedback(pool, { key, ...(after !== undefined && { after }) });
      queries.push(page.feedback.map(({ query }) => query));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return queries;
  };

  test('comes page by page, the newest first, each once although more is said meanwhile', async () => {
    const key = await keyOf('refunds');
    for (let number = 1; number <= 45; number += 1)
      await changeFeedback(pool, { ...said, messageSid: `IM${number}`, query: `q${number}` });
    // Three of one moment, as agents at work at once would have it.
    await pool.query(
      `update knowledge_base.article_feedback set given_at = now() where query in ('q25', 'q26', 'q27')`,
    );
    const first = await findArticleFeedback(pool, { key });
    await changeFeedback(pool, { ...said, messageSid: 'IMlate', query: 'late' });
    const second = await findArticleFeedback(pool, { key, after: first.next ?? '' });
    const third = await findArticleFeedback(pool, { key, after: second.next ?? '' });
    const shown = [first, second, third].map(({ feedback }) => feedback.map(({ query }) => query));
    expect(shown.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(shown.flat()).size).toBe(45);
    expect(shown[0]?.slice(3, 5)).toEqual(['q45', 'q44']);
    expect(third.next).toBeNull();
    expect((await all(key)).flat()[0]).toBe('late');
  });

  test.each(['', '[]', '["x","y","z"]', '{"a":1}', '[1,2,3]', '["1","\\u0000","x"]', 'null'])(
    'begins at the front with a place in the list that is none: %s',
    async (after) => {
      await changeFeedback(pool, said);
      const key = await keyOf('refunds');
      expect((await findArticleFeedback(pool, { key, after })).feedback).toHaveLength(1);
    },
  );

  test('counts for a server’s own article where it has one, else for the one for all servers', async () => {
    const article = {
      id: 'refunds',
      title: 'Refunds here',
      category: 'Payments',
      queries: [],
      url: null,
      text: 'Six days.',
      language: 'en',
      state: 'published' as const,
    };
    await changeFeedback(pool, { ...said, guildId: '200000000000000002' });
    await changeFeedback(pool, { ...said, guildId: null, messageSid: 'IMnowhere' });
    await publishArticles(pool, { applicationId, guildId, articles: [article], updatedBy: 'test' });
    await changeFeedback(pool, { ...said, messageSid: 'IMhere' });
    const [own, general] = [await keyOf('refunds', guildId), await keyOf('refunds')];
    expect([(await all(own)).flat().length, (await all(general)).flat().length]).toEqual([1, 2]);
    expect(await count()).toEqual([
      ['refunds', 2],
      ['refunds', 1],
    ]);
    const { version } = (await listed()).find(({ key }) => key === own) ?? { version: 0 };
    await deleteArticle(pool, { key: own, version }, 'test');
    expect((await all(general)).flat()).toHaveLength(3);
  });

  test('is not counted for who does not administer articles', async () => {
    await changeFeedback(pool, said);
    const { articles } = await findArticles(pool, { search: '' }, { feedback: false });
    expect(articles.length).toBeGreaterThan(0);
    for (const article of articles) expect(article).not.toHaveProperty('notHelpful');
  });
});
