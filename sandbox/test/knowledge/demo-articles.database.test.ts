import { join } from 'node:path';
import { defaultAnswerPolicy } from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  type ArticleSearch,
  createArticleSearch,
  decideAnswer,
  publishArticles,
  readArticleSource,
} from '@discord-channel/knowledge-base';

const scope = { applicationId: '100000000000000001', guildId: null };
let database: TestDatabase;
let pool: Pool;
let search: ArticleSearch;

beforeAll(async () => {
  database = await createTestDatabase();
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 1, applicationName: 'demo-articles-test', onBrokenConnection: () => {} });
  const read = await readArticleSource(join(__dirname, '../../knowledge'));
  if (read.kind === 'rejected') throw new Error(JSON.stringify(read.problems));
  await publishArticles(pool, { ...scope, articles: read.articles, updatedBy: 'test' });
  search = createArticleSearch({ database: pool, monotonicNow: () => performance.now() });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test.each([
  ['the story’s question', 'i think i forgot my password', 'choices', 'reset-password'],
  ['a clear question', 'how do i see my profile progress?', 'article', 'viewing-profile-progress'],
  ['a word', 'refund', 'article', 'refunds'],
  ['a greeting', 'hello', 'nothing', undefined],
  ['a question about something else', 'where do eggs come from', 'nothing', undefined],
])('of the demo’s articles, %s gets what the demo shows', async (_, question, answer, best) => {
  const found = await search.search(scope, question, 4);
  expect(decideAnswer(defaultAnswerPolicy, found)).toBe(answer);
  if (best) expect(found.articles[0]?.article.id).toBe(best);
  if (answer === 'choices') expect(found.articles.length).toBeGreaterThan(2);
});
