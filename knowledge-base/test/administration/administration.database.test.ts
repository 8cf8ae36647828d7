import { randomUUID } from 'node:crypto';
import {
  type ArticleContent,
  articleContent,
  type ImportArticlesRequest,
  type ListedArticle,
} from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  type ArticleDraft,
  changeFeedback,
  createArticleSearch,
  deleteArticle,
  exportArticles,
  findArticles,
  importArticles,
  publishArticles,
  readArticle,
  saveArticle,
  setServers,
} from '../../src';

const applicationId = '100000000000000001';
const server = { applicationId, guildId: '200000000000000001' };
const everywhere = { applicationId, guildId: null };
const kim = 'kim@example.com';
const noor = 'noor@example.com';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'administration-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
beforeEach(async () => {
  await pool.query(`truncate knowledge_base.articles, knowledge_base.revisions, knowledge_base.import_parts,
    knowledge_base.article_feedback`);
  await setServers(pool, applicationId, [{ guildId: server.guildId, name: 'Wumpus Quest' }]);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const content = (changes: Partial<ArticleContent> = {}) =>
  articleContent.parse({
    title: 'Reset Password',
    label: 'Account',
    queries: ['i forgot my password'],
    url: 'https://support.example/reset',
    text: 'Open the **page**.',
    language: 'en',
    state: 'published',
    ...changes,
  });

async function add(changes: Partial<ArticleContent> = {}, at: typeof server | typeof everywhere = server) {
  const result = await saveArticle(
    pool,
    { key: randomUUID(), version: null, server: at, article: content(changes) },
    kim,
  );
  if (result.kind !== 'saved') throw new Error(result.kind);
  return result.article;
}

const change = (key: string, version: number, changes: Partial<ArticleContent>, who = kim) =>
  saveArticle(pool, { key, version, server, article: content(changes) }, who);

const titles = async (request: Partial<Parameters<typeof findArticles>[1]> = {}) =>
  (await findArticles(pool, { search: '', ...request }, { feedback: false })).articles.map(({ title }) => title);

const search = async (question: string) => {
  const found = await createArticleSearch({ database: pool, monotonicNow: () => performance.now() }).search(
    server,
    question,
    3,
  );
  return found.articles.map(({ article }) => article.title);
};

describe('writing an article', () => {
  test('keeps what was written, under an id made of its title, and searches find it', async () => {
    const article = await add({ title: 'Réset  your Password!' });
    expect(article).toMatchObject({
      ...content(),
      title: 'Réset  your Password!',
      id: 'reset-your-password',
      version: 1,
    });
    expect(article).toMatchObject({ ...server, updatedBy: kim });
    expect(await search('i forgot my password')).toEqual(['Réset  your Password!']);
    const { rows } = await pool.query(
      `select payload from graphile_worker._private_jobs where key like 'search-indexes:%'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('gives each article of a server an id of its own, also without a Latin letter', async () => {
    expect((await add()).id).toBe('reset-password');
    expect((await add()).id).toBe('reset-password-2');
    expect((await add({}, everywhere)).id).toBe('reset-password');
    expect((await add({ title: 'パスワード' })).id).toMatch(/^article-[0-9a-f]{8}$/);
    expect((await add({ title: 'x'.repeat(200) })).id).toHaveLength(52);
  });

  test('sent twice makes one article, and changed twice changes it once', async () => {
    const request = { key: randomUUID(), version: null, server, article: content() };
    const [first, again] = [await saveArticle(pool, request, kim), await saveArticle(pool, request, kim)];
    expect(again).toEqual(first);
    await change(request.key, 1, { title: 'Other' });
    expect(await change(request.key, 1, { title: 'Other' })).toMatchObject({ kind: 'saved', article: { version: 2 } });
  });

  test('refuses an older version and shows what is there; one of two at once wins', async () => {
    const { key } = await add();
    const results = await Promise.all([
      change(key, 1, { title: 'Kim’s' }, kim),
      change(key, 1, { title: 'Noor’s' }, noor),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['saved', 'stale']);
    const winner = results.find(({ kind }) => kind === 'saved');
    const loser = results.find(({ kind }) => kind === 'stale');
    expect(loser).toMatchObject({ current: winner?.kind === 'saved' ? winner.article : undefined });
  });

  test('for a server that the bot is not in is refused', async () => {
    const article = { key: randomUUID(), version: null, article: content() };
    const elsewhere = { ...server, guildId: '200000000000000009' };
    expect(await saveArticle(pool, { ...article, server: elsewhere }, kim)).toEqual({ kind: 'unknown-server' });
    await setServers(pool, applicationId, []);
    expect(await saveArticle(pool, { ...article, server: everywhere }, kim)).toEqual({ kind: 'unknown-server' });
  });

  test('a draft is in the table and not in a search', async () => {
    await add({ state: 'draft' });
    expect(await titles()).toEqual(['Reset Password']);
    expect(await search('i forgot my password')).toEqual([]);
  });
});

describe('deleting an article', () => {
  test('takes it out of the table and the search, and a second time does nothing more', async () => {
    const { key } = await add();
    expect(await deleteArticle(pool, { key, version: 1 }, kim)).toEqual({ kind: 'deleted' });
    expect(await deleteArticle(pool, { key, version: 1 }, kim)).toEqual({ kind: 'deleted' });
    expect(await titles()).toEqual([]);
    expect(await search('i forgot my password')).toEqual([]);
    expect(await readArticle(pool, key)).toEqual({ kind: 'gone' });
    expect(await change(key, 1, { title: 'Late' })).toEqual({ kind: 'gone' });
  });

  test('keeps one that somebody changed since', async () => {
    const { key } = await add();
    await change(key, 1, { title: 'Newer' }, noor);
    expect(await deleteArticle(pool, { key, version: 1 }, kim)).toMatchObject({
      kind: 'stale',
      current: { title: 'Newer', updatedBy: noor },
    });
  });
});

describe('the table', () => {
  test('finds by all words, in whatever field, by label and by server', async () => {
    await add({ title: 'Refunds', label: 'Payments', text: 'Money comes back.' });
    await add({ title: 'Reset', queries: ['ich habe mein Passwort vergessen'] });
    await add({ title: '100% off_', label: 'Payments' }, everywhere);
    expect(await titles()).toEqual(['100% off_', 'Refunds', 'Reset']);
    expect(await titles({ search: 'MONEY refunds' })).toEqual(['Refunds']);
    expect(await titles({ search: 'passwort' })).toEqual(['Reset']);
    expect(await titles({ search: 'off_' })).toEqual(['100% off_']);
    expect(await titles({ search: '%' })).toEqual(['100% off_']);
    expect(await titles({ label: 'Payments', server })).toEqual(['Refunds']);
    expect(await titles({ server: everywhere })).toEqual(['100% off_']);
    const { labels, servers } = await findArticles(pool, { search: 'nothing at all' }, { feedback: false });
    expect(labels).toEqual(['Account', 'Payments']);
    expect(servers).toEqual([{ ...server, name: 'Wumpus Quest' }]);
  });

  test.each([
    ['title', 'ascending'],
    ['title', 'descending'],
    ['not-helpful', 'ascending'],
    ['not-helpful', 'descending'],
  ] as const)('goes on page by page by %s, %s, each article once, whatever it is called', async (by, direction) => {
    const drafts = Array.from({ length: 120 }, (_, number) =>
      draft(`a${number}`, number % 3 ? `T ${number % 7}` : 't'),
    );
    await publishArticles(pool, { ...server, articles: drafts, updatedBy: 'test' });
    for (let number = 0; number < 120; number += 1) {
      for (let times = 0; times < number % 4; times += 1) {
        const agent = { kind: 'agent' as const, id: `agent-${times}`, name: 'Kim' };
        await changeFeedback(pool, {
          ...server,
          articleId: `a${number}`,
          agent,
          messageSid: 'IM1',
          query: 'x',
          notHelpful: true,
        });
      }
    }
    const found: ListedArticle[] = [];
    let after: string | undefined;
    do {
      const request = { search: '', sort: { by, direction }, ...(after && { after }) };
      const page = await findArticles(pool, request, { feedback: true });
      found.push(...page.articles);
      after = page.next ?? undefined;
    } while (after);
    expect(found).toHaveLength(120);
    expect(new Set(found.map(({ id }) => id)).size).toBe(120);
    const sorted = found.map(({ title, notHelpful }) => (by === 'title' ? title.toLowerCase() : (notHelpful ?? -1)));
    const expected = [...sorted].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    expect(sorted).toEqual(direction === 'ascending' ? expected : expected.reverse());
    for (const [place, { notHelpful, title }] of found.entries()) {
      const before = found[place - 1];
      if (before && by === 'not-helpful' && before.notHelpful === notHelpful) {
        expect(title.toLowerCase() < before.title.toLowerCase()).toBe(false);
      }
    }
  });

  test('begins at the front with a place in the list that is none', async () => {
    await add();
    for (const after of ['not a cursor', '[]', 'null', '["t","x"]', '[1,"t","x"]', `[0.5,"t","${randomUUID()}"]`]) {
      expect(await titles({ after })).toHaveLength(1);
    }
  });
});

const draft = (id: string, title: string, changes: Partial<ArticleDraft> = {}): ArticleDraft => ({
  id,
  title,
  category: 'Account',
  queries: [],
  url: null,
  text: 'Text.',
  language: 'en',
  state: 'published',
  ...changes,
});

describe('articles of files and of Flex', () => {
  const publish = (articles: ArticleDraft[], overwrite = false) =>
    publishArticles(pool, { ...server, articles, updatedBy: 'knowledge:publish', overwrite });
  const only = async () => {
    const [article] = (await findArticles(pool, { search: '' }, { feedback: false })).articles;
    if (!article) throw new Error('There is no article');
    return article;
  };
  const file = draft('rules', 'Rules');
  const inFlex = (title: string) => ({ title, label: 'Account', queries: [], url: null, text: 'Text.' });

  test('what Flex changed stays while its file is the same', async () => {
    await publish([file]);
    const { key } = await only();
    await change(key, 1, inFlex('Rules of Flex'));
    expect(await publish([file])).toEqual({ kind: 'published', changed: 0, unchanged: 0, kept: 1 });
    expect(await titles()).toEqual(['Rules of Flex']);
  });

  test('what both changed differently is a conflict that nothing is published for, unless the files are to win', async () => {
    await publish([file]);
    const { key } = await only();
    await change(key, 1, inFlex('Rules of Flex'));
    const changed = [draft('new', 'New'), draft('rules', 'Rules of the file')];
    expect(await publish(changed)).toEqual({ kind: 'conflicts', ids: ['rules'] });
    expect(await titles()).toEqual(['Rules of Flex']);
    expect(await publish(changed, true)).toMatchObject({ changed: 2, kept: 0 });
    expect(await titles()).toEqual(['New', 'Rules of the file']);
    expect(await publish([draft('rules', 'Rules, later')])).toMatchObject({ changed: 1 });
  });

  test('what both changed alike is none, and the file leads again from there', async () => {
    await publish([file]);
    const { key } = await only();
    await change(key, 1, inFlex('Same'));
    expect(await publish([draft('rules', 'Same')])).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await publish([draft('rules', 'Next')])).toMatchObject({ changed: 1 });
    expect(await titles()).toEqual(['Next']);
  });

  test('what was deleted in Flex does not come back with the same file, but is a conflict with another one', async () => {
    await publish([file]);
    const { key } = await only();
    await deleteArticle(pool, { key, version: 1 }, kim);
    expect(await publish([file])).toMatchObject({ changed: 0, kept: 1 });
    expect(await titles()).toEqual([]);
    expect(await publish([draft('rules', 'Changed')])).toEqual({ kind: 'conflicts', ids: ['rules'] });
    expect(await publish([draft('rules', 'Changed')], true)).toMatchObject({ changed: 1 });
    expect(await titles()).toEqual(['Changed']);
  });

  test('an article of Flex is not replaced by a file of the same name', async () => {
    await add({ title: 'Rules' });
    expect(await publish([file])).toEqual({ kind: 'conflicts', ids: ['rules'] });
  });
});

describe('import and export', () => {
  const pieces = (
    whole: string,
    length: number,
    format: 'csv' | 'json',
    at: typeof server | typeof everywhere = server,
  ) => {
    const importId = randomUUID();
    const characters = [...whole];
    const parts = Math.max(1, Math.ceil(characters.length / length));
    return Array.from({ length: parts }, (_, part): ImportArticlesRequest => {
      const piece = characters.slice(part * length, (part + 1) * length).join('');
      return { importId, part, parts, content: piece, format, server: at };
    });
  };
  const take = (request: ImportArticlesRequest) => importArticles(pool, request, kim);
  const rows = (...titlesOfRows: string[]) =>
    `id,title,category,text\n${titlesOfRows.map((title, place) => `a${place},${title},C,"T\n🎮"`).join('\n')}`;

  test('a file in pieces is imported with the last that comes, in whatever order and however often', async () => {
    const [first, second, ...rest] = pieces(rows('One', 'Two', 'Three'), 10, 'csv');
    if (!first || !second) throw new Error('There are too few pieces');
    for (const piece of [...rest, second, second]) expect(await take(piece)).toEqual({ outcome: 'waiting' });
    expect(await take(first)).toEqual({ outcome: 'imported', added: 3, changed: 0, unchanged: 0 });
    expect(await take(first)).toEqual({ outcome: 'imported', added: 0, changed: 0, unchanged: 3 });
    expect(await titles()).toEqual(['One', 'Three', 'Two']);
    const [again] = pieces(rows('One', '2', 'Three'), 1_000, 'csv');
    expect(again && (await take(again))).toEqual({ outcome: 'imported', added: 0, changed: 1, unchanged: 2 });
  });

  test('a bad row names its line and reason, and nothing is imported', async () => {
    const [piece] = pieces(`${rows('Good')}\nNOT AN ID,,C,T`, 1_000, 'csv');
    expect(piece && (await take(piece))).toEqual({
      outcome: 'rejected',
      problems: [
        { line: 4, reason: 'id must be lower-case letters, digits and hyphens, at most 60' },
        { line: 4, reason: 'title is missing' },
      ],
      more: 0,
    });
    expect(await titles()).toEqual([]);
  });

  test('tells as many problems as a person mends at once', async () => {
    const [piece] = pieces(JSON.stringify(Array.from({ length: 60 }, () => ({}))), 10_000, 'json');
    const result = piece && (await take(piece));
    expect(result?.outcome === 'rejected' && [result.problems.length, result.more]).toEqual([50, 60 * 4 - 50]);
  });

  test('exports drafts and published ones of one server, in as many pages as they need', async () => {
    const long = 'x'.repeat(49_000);
    await publishArticles(pool, {
      ...server,
      articles: Array.from({ length: 25 }, (_, number) =>
        draft(`a${number}`, `T${number}`, { text: long, state: 'draft' }),
      ),
      updatedBy: 'test',
    });
    await add({ title: 'Elsewhere' }, everywhere);
    const found: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await exportArticles(pool, { server, ...(after && { after }) });
      pages += 1;
      found.push(...page.articles.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(pages).toBe(3);
    expect(found).toEqual(Array.from({ length: 25 }, (_, number) => `a${number}`).sort());
  });
});
