import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { type ArticleDraft, findArticle, publishArticles } from '../src';

const applicationId = '100000000000000001';
const guildId = '200000000000000001';

const draft = (id: string, title: string, changes: Partial<ArticleDraft> = {}): ArticleDraft => ({
  id,
  title,
  category: 'Account',
  queries: [`how do i ${id}`],
  url: 'https://support.example/a',
  text: 'Open the page, "then" {wait} \\ 🎮.',
  language: 'en',
  state: 'published',
  ...changes,
});

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
beforeEach(() => pool.query('truncate knowledge_base.articles, knowledge_base.revisions'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const publish = (articles: ArticleDraft[], guild: string | null = null) =>
  publishArticles(pool, { applicationId, guildId: guild, articles, updatedBy: 'test' });

test('a published article is found by its id, word for word', async () => {
  const article = draft('reset-password', 'Reset Password', { queries: ['a, "b" {c}', 'd'] });
  await publish([article]);
  expect(await findArticle(pool, { applicationId, guildId, articleId: 'reset-password' })).toEqual({
    kind: 'found',
    article: { ...article, applicationId, guildId: null },
  });
});

test('publishing the same again changes nothing; a changed article replaces the old one', async () => {
  expect(await publish([draft('a', 'A'), draft('b', 'B')])).toMatchObject({ changed: 2, unchanged: 0 });
  expect(await publish([draft('a', 'A'), draft('b', 'B')])).toMatchObject({ changed: 0, unchanged: 2 });
  expect(await publish([draft('a', 'A2'), draft('b', 'B')])).toMatchObject({ changed: 1, unchanged: 1 });
  const found = await findArticle(pool, { applicationId, guildId, articleId: 'a' });
  expect(found).toMatchObject({ article: { title: 'A2' } });
});

test('one bad article keeps all the others out', async () => {
  await expect(publish([draft('good', 'Good'), draft('NOT an id', 'Bad')])).rejects.toThrow();
  expect(await findArticle(pool, { applicationId, guildId, articleId: 'good' })).toEqual({ kind: 'not-found' });
});

test('an article of the player’s own server stands in front of the general one', async () => {
  await publish([draft('rules', 'General rules')]);
  await publish([draft('rules', 'Rules here')], guildId);
  const titleFor = async (guild: string | null) => {
    const found = await findArticle(pool, { applicationId, guildId: guild, articleId: 'rules' });
    return found.kind === 'found' && found.article.title;
  };
  expect(await titleFor(guildId)).toBe('Rules here');
  expect(await titleFor('200000000000000002')).toBe('General rules');
  expect(await titleFor(null)).toBe('General rules');
});

test('a draft and an article of another application are not there', async () => {
  await publish([draft('secret', 'Secret', { state: 'draft' })]);
  expect(await findArticle(pool, { applicationId, guildId, articleId: 'secret' })).toEqual({ kind: 'not-found' });
  await publish([draft('open', 'Open')]);
  const elsewhere = { applicationId: '100000000000000002', guildId, articleId: 'open' };
  expect(await findArticle(pool, elsewhere)).toEqual({ kind: 'not-found' });
});
