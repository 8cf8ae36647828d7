import { randomBytes, randomUUID } from 'node:crypto';
import {
  articleResponse,
  cannedResponsesResponse,
  exportArticlesResponse,
  findArticleFeedbackResponse,
  findArticlesResponse,
  importArticlesResponse,
} from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { changeFeedback, setServers } from '@discord-channel/knowledge-base';
import { handler as deleteArticle } from '../src/functions/flex/delete-article';
import { handler as deleteCannedResponse } from '../src/functions/flex/delete-canned-response';
import { handler as exportArticles } from '../src/functions/flex/export-articles';
import { handler as findArticleFeedback } from '../src/functions/flex/find-article-feedback';
import { handler as findArticles } from '../src/functions/flex/find-articles';
import { handler as findCannedResponses } from '../src/functions/flex/find-canned-responses';
import { handler as getArticle } from '../src/functions/flex/get-article';
import { handler as importArticles } from '../src/functions/flex/import-articles';
import { handler as saveArticle } from '../src/functions/flex/save-article';
import { handler as saveCannedResponse } from '../src/functions/flex/save-canned-response';
import type { TwilioFunction } from '../src/runtime/twilio-runtime';
import { callFunction } from './call-function';
import { createFunctionsRole, type FunctionsRole } from './create-functions-role';

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
let role: FunctionsRole;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 1, applicationName: 'functions-test', onBrokenConnection: () => {} });
  role = await createFunctionsRole(pool, database.connectionString);
  variables = {
    ACCOUNT_SID: sid('AC'),
    AUTH_TOKEN: 'secret',
    DATABASE_URL: role.connectionString,
    TWILIO_STUDIO_FLOW_SID: sid('FW'),
    TWILIO_WORKSPACE_SID: sid('WS'),
    TWILIO_WORKFLOW_SID: sid('WW'),
  };
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => {});
  await setServers(pool, server.applicationId, [{ guildId: server.guildId, name: 'Wumpus Quest' }]);
});
beforeEach(() => pool.query('truncate knowledge_base.articles, knowledge_base.import_parts'));
afterAll(async () => {
  await role.drop();
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
    [findArticleFeedback, { key }],
    [findArticles, { search: '', sort: { by: 'not-helpful', direction: 'descending' } }],
  ] as const) {
    expect(await panel(handler, request, 'agent')).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', message: expect.stringContaining('supervisors and administrators') } },
    });
  }
  expect((await panel(getArticle, { key })).body).toMatchObject({ article: { title: 'Refunds', version: 1 } });
});

test('supervisors and administrators see what an article was said not to help with; agents do not', async () => {
  const { key, id } = await write();
  await write({ key: randomUUID(), article: { ...article, title: 'Helps' } });
  const agent = { kind: 'agent' as const, id: 'noor', name: 'Noor' };
  const said = { ...server, articleId: id, agent, messageSid: sid('IM'), query: 'my money', notHelpful: true };
  await changeFeedback(pool, said);
  const sort = { by: 'not-helpful', direction: 'descending' };
  for (const role of ['supervisor', 'admin']) {
    const list = findArticlesResponse.parse((await panel(findArticles, { search: '', sort }, role)).body);
    expect(list.articles.map(({ title, notHelpful }) => [title, notHelpful])).toEqual([
      ['Refunds', 1],
      ['Helps', 0],
    ]);
    const { body } = await panel(findArticleFeedback, { key }, role);
    expect(findArticleFeedbackResponse.parse(body)).toMatchObject({
      feedback: [{ query: 'my money', agentName: 'Noor' }],
      next: null,
    });
  }
  const { body } = await panel(findArticles, { search: '' }, 'agent');
  expect(findArticlesResponse.parse(body).articles).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain('notHelpful');
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

describe('canned responses', () => {
  const response = { shortcut: '/thanks', label: '', text: 'Thank you for waiting!', language: '' };
  const write = (changes: object = {}, role = 'supervisor') =>
    panel(saveCannedResponse, { id: randomUUID(), version: null, server, response: { ...response, ...changes } }, role);
  const all = async () => cannedResponsesResponse.parse((await panel(findCannedResponses, {}, 'agent')).body).responses;
  beforeEach(() => pool.query('truncate knowledge_base.canned_responses'));

  test('are written by supervisors, once however often it is sent, and read by everybody', async () => {
    expect(await write({}, 'agent')).toMatchObject({ status: 403 });
    const request = { id: randomUUID(), version: null, server, response };
    const first = await panel(saveCannedResponse, request);
    expect(await panel(saveCannedResponse, request)).toEqual(first);
    expect(await all()).toMatchObject([
      { shortcut: 'thanks', label: null, language: null, version: 1, updatedBy: 'kim@example.com', ...server },
    ]);
    await panel(saveCannedResponse, { ...request, version: 1, response: { ...response, text: 'Thanks!' } });
    expect(await all()).toMatchObject([{ text: 'Thanks!', version: 2 }]);
  });

  test('have a shortcut that no other one of the same server has', async () => {
    await write();
    expect(await write({ shortcut: 'THANKS' })).toMatchObject({
      status: 400,
      body: { error: { field: 'response.shortcut' } },
    });
    const everywhere = { ...server, guildId: null };
    const general = { id: randomUUID(), version: null, server: everywhere, response };
    expect(await panel(saveCannedResponse, general)).toMatchObject({ status: 200 });
  });

  test.each([
    [{ shortcut: ' / ' }, 'response.shortcut'],
    [{ shortcut: 'two words' }, 'response.shortcut'],
    [{ shortcut: 'a/b' }, 'response.shortcut'],
    [{ text: '' }, 'response.text'],
    [{ text: 'x'.repeat(2_001) }, 'response.text'],
    [{ language: 'english' }, 'response.language'],
    [{ label: 'x'.repeat(61) }, 'response.label'],
  ])('with %j are refused at the field', async (wrong, field) => {
    expect(await write(wrong)).toMatchObject({ status: 400, body: { error: { field } } });
    expect(await all()).toEqual([]);
  });

  test('that somebody changed or deleted meanwhile are neither overwritten nor deleted', async () => {
    const id = randomUUID();
    const save = (version: number | null, text: string) =>
      panel(saveCannedResponse, { id, version, server, response: { ...response, text } });
    await save(null, 'one');
    await save(1, 'two');
    for (const late of [await save(1, 'three'), await panel(deleteCannedResponse, { id, version: 1 })]) {
      expect(late).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('kim@') } } });
    }
    expect(await all()).toMatchObject([{ text: 'two' }]);
    expect(await panel(deleteCannedResponse, { id, version: 2 }, 'agent')).toMatchObject({ status: 403 });
    for (const _ of [1, 2]) expect((await panel(deleteCannedResponse, { id, version: 2 })).status).toBe(200);
    expect(await all()).toEqual([]);
    expect(await save(2, 'late')).toMatchObject({ status: 409 });
  });
});
