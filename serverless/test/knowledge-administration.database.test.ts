import { randomBytes, randomUUID } from 'node:crypto';
import {
  articleResponse,
  exportArticlesResponse,
  findArticlesResponse,
  importArticlesResponse,
} from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { setServers } from '@discord-channel/knowledge-base';
import { handler as deleteArticle } from '../src/functions/flex/delete-article';
import { handler as exportArticles } from '../src/functions/flex/export-articles';
import { handler as findArticles } from '../src/functions/flex/find-articles';
import { handler as getArticle } from '../src/functions/flex/get-article';
import { handler as importArticles } from '../src/functions/flex/import-articles';
import { handler as saveArticle } from '../src/functions/flex/save-article';
import type { TwilioFunction } from '../src/runtime/twilio-runtime';
import { callFunction } from './call-function';

// Twilio's own service stands behind it; everything else is real.
jest.mock('twilio-flex-token-validator', () => ({
  validator: async (token: string) => ({
    valid: true,
    identity: 'kim_40example_2Ecom',
    realm_user_id: 'kim@example.com',
    roles: [token],
  }),
}));

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
const server = { applicationId: '100000000000000001', guildId: '200000000000000001' };
const article = {
  title: 'Refunds',
  label: 'Payments',
  queries: ['i want my money back', ''],
  url: '',
  text: 'It takes **three** days.',
  language: 'en',
  state: 'published',
};
let database: TestDatabase;
let pool: Pool;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 1, applicationName: 'functions-test', onBrokenConnection: () => {} });
  variables = {
    ACCOUNT_SID: sid('AC'),
    AUTH_TOKEN: 'secret',
    DATABASE_URL: database.connectionString,
    TWILIO_STUDIO_FLOW_SID: sid('FW'),
    TWILIO_WORKSPACE_SID: sid('WS'),
    TWILIO_WORKFLOW_SID: sid('WW'),
  };
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => {});
  await setServers(pool, server.applicationId, [{ guildId: server.guildId, name: 'Wumpus Quest' }]);
});
beforeEach(() => pool.query('truncate knowledge_base.articles, knowledge_base.import_parts'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const panel = (handler: TwilioFunction, request: object, role = 'supervisor') =>
  callFunction(handler, { Token: role, Payload: JSON.stringify(request) }, variables);

async function write(changes: object = {}) {
  const saved = await panel(saveArticle, { key: randomUUID(), version: null, server, article, ...changes });
  const { article: made } = articleResponse.parse(saved.body);
  if (!made) throw new Error('Nothing was saved');
  return made;
}

test('supervisors and administrators write, change and delete articles; everybody reads them', async () => {
  const { key } = await write();
  const content = { ...article, title: 'Money back' };
  const changed = await panel(saveArticle, { key, version: 1, server, article: content }, 'admin');
  expect(articleResponse.parse(changed.body).article).toMatchObject({
    title: 'Money back',
    queries: ['i want my money back'],
    url: null,
    updatedBy: 'kim@example.com',
    version: 2,
  });
  const list = findArticlesResponse.parse((await panel(findArticles, { search: 'money' }, 'agent')).body);
  expect(list).toMatchObject({ articles: [{ key, title: 'Money back' }], labels: ['Payments'] });
  expect(articleResponse.parse((await panel(getArticle, { key }, 'agent')).body).article).toMatchObject({ key });
  expect(await panel(deleteArticle, { key, version: 2 })).toMatchObject({ status: 200 });
  expect((await panel(getArticle, { key }, 'agent')).body).toEqual({ article: null });
});

test('agents are told whom to ask, and nothing is changed', async () => {
  const { key } = await write();
  const piece = { importId: randomUUID(), part: 0, parts: 1, content: '[]', format: 'json', server };
  for (const [handler, request] of [
    [saveArticle, { key, version: 1, server, article: { ...article, title: 'Mine' } }],
    [deleteArticle, { key, version: 1 }],
    [importArticles, piece],
    [exportArticles, { server }],
  ] as const) {
    expect(await panel(handler, request, 'agent')).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', message: expect.stringContaining('supervisors and administrators') } },
    });
  }
  expect((await panel(getArticle, { key })).body).toMatchObject({ article: { title: 'Refunds', version: 1 } });
});

test.each([
  [{ title: ' \n ' }, 'article.title'],
  [{ title: 'x'.repeat(257) }, 'article.title'],
  [{ label: '' }, 'article.label'],
  [{ queries: ['x'.repeat(501)] }, 'article.queries.0'],
  [{ queries: Array.from({ length: 101 }, (_, number) => `q${number}`) }, 'article.queries'],
  [{ url: 'javascript:alert(1)' }, 'article.url'],
  [{ text: '\u0000 ' }, 'article.text'],
  [{ text: 'x'.repeat(50_001) }, 'article.text'],
  [{ language: 'english' }, 'article.language'],
  [{ state: 'deleted' }, 'article.state'],
])('of an article with %j the wrong field is named', async (wrong, field) => {
  const request = { key: randomUUID(), version: null, server, article: { ...article, ...wrong } };
  expect(await panel(saveArticle, request)).toMatchObject({ status: 400, body: { error: { field } } });
});

test('who comes late is told who was faster, and that the article is gone', async () => {
  const { key } = await write();
  await panel(saveArticle, { key, version: 1, server, article: { ...article, title: 'Newer' } });
  const late = { key, version: 1, server, article: { ...article, title: 'Late' } };
  for (const [handler, request] of [
    [saveArticle, late],
    [deleteArticle, { key, version: 1 }],
  ] as const) {
    expect(await panel(handler, request)).toMatchObject({
      status: 409,
      body: { error: { code: 'stale-version', message: expect.stringContaining('kim@example.com') } },
    });
  }
  await panel(deleteArticle, { key, version: 2 });
  expect(await panel(saveArticle, late)).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('deleted') } },
  });
});

test('what is exported can be imported, and a bad row keeps everything out', async () => {
  await write();
  const exported = exportArticlesResponse.parse((await panel(exportArticles, { server })).body);
  const file = exported.articles.map(({ id, title, label, queries, url, text, language, state }) => ({
    id,
    title,
    category: label,
    queries,
    url,
    text,
    language,
    state,
  }));
  const bring = async (rows: object[]) => {
    const piece = { importId: randomUUID(), part: 0, parts: 1, content: JSON.stringify(rows), format: 'json', server };
    return importArticlesResponse.parse((await panel(importArticles, piece)).body);
  };
  expect(await bring(file)).toEqual({ outcome: 'imported', added: 0, changed: 0, unchanged: 1 });
  expect(await bring([...file.map((row) => ({ ...row, title: 'Other' })), { id: 'x' }])).toMatchObject({
    outcome: 'rejected',
    problems: [
      { line: 1, reason: 'title is missing' },
      { reason: 'category is missing' },
      { reason: 'text is missing' },
    ],
  });
  const { articles } = exportArticlesResponse.parse((await panel(exportArticles, { server })).body);
  expect(articles).toEqual(exported.articles);
});
