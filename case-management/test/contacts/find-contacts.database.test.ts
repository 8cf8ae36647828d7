import { type FindContactsRequest, findContactsRequest, findPageSize } from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { findCases, findContacts, findLabels } from '../../src';

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 1,
    applicationName: 'find-contacts-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

interface NewContact {
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  labels?: string[];
}

async function add(name: string, { firstName, lastName, email, phone, labels = [] }: NewContact = {}) {
  const { rows } = await pool.query<{ id: string }>(
    `insert into case_management.contacts (display_name, first_name, last_name, email, phone, labels)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [name, firstName, lastName, email, phone, labels],
  );
  return rows[0]?.id ?? '';
}

async function page(request: FindContactsRequest) {
  const result = await findContacts(pool, findContactsRequest.parse(request));
  if (result.kind !== 'found') throw new Error(result.kind);
  return result.page;
}
const names = async (request: FindContactsRequest) => (await page(request)).items.map(({ name }) => name);

test.each([
  ['a Latin name without its accents', { name: 'Zoë' }, 'zoe'],
  ['the beginning of a Cyrillic name', { name: 'Любовь' }, 'люб'],
  ['a character of a Chinese name', { name: '王小明' }, '小明'],
  ['an Arabic name', { name: 'ليلى' }, 'ليلى'],
  ['first and last name', { name: 'Wumpus', firstName: 'Kim', lastName: 'Larkspur' }, 'larkspur kim'],
  ['an address', { name: 'Wumpus', email: 'zoe@example.com' }, 'zoe@example.com'],
  ['a telephone number without its country', { name: 'Wumpus', phone: '+48 600 100 200' }, '600100200'],
])('finds %s', async (_what, { name, ...known }, search) => {
  await add(name, known);
  await add('Somebody else');
  expect(await names({ search })).toEqual([name]);
});

test('finds who was named after the contact was there, and no longer by what is gone', async () => {
  const id = await add('Wumpus', { firstName: 'Old' });
  await pool.query(`update case_management.contacts set first_name = 'New' where id = $1`, [id]);
  expect(await names({ search: 'new' })).toEqual(['Wumpus']);
  expect((await page({ search: 'gone' })).items).toEqual([]);
  expect(await names({ search: 'old' })).toEqual([]);
});

test('finds a name with an error, and says so', async () => {
  await add('Larkspur');
  expect(await page({ search: 'larkspor' })).toMatchObject({ items: [{ name: 'Larkspur' }], nearly: true });
});

test('takes nothing that was typed for SQL or for the language of searches', async () => {
  await add(`Robert'); drop table`);
  expect(await names({ search: `robert') --` })).toEqual([`Robert'); drop table`]);
  expect(await names({ search: `& | ! :* '` })).toEqual([]);
});

test('sorts by what people call the contact, whatever its capitals and accents', async () => {
  await add('zebra');
  await add('Wumpus', { firstName: 'Álvaro' });
  await add('Mia');
  expect(await names({})).toEqual(['Wumpus', 'Mia', 'zebra']);
  expect(await names({ sort: { by: 'name', direction: 'descending' } })).toEqual(['zebra', 'Mia', 'Wumpus']);
});

test.each(['email', 'created', 'updated'] as const)('sorts by %s both ways', async (by) => {
  await add('One', { email: 'A@example.com' });
  await add('Two', { email: 'b@example.com' });
  expect(await names({ sort: { by, direction: 'ascending' } })).toEqual(['One', 'Two']);
  expect(await names({ sort: { by, direction: 'descending' } })).toEqual(['Two', 'One']);
});

test('narrows by labels, all of which a contact has, and lists which there are', async () => {
  await add('Both', { labels: ['vip', 'streamer'] });
  await add('One', { labels: ['vip'] });
  await add('None');
  expect(await names({ labels: ['vip'] })).toEqual(['Both', 'One']);
  expect(await names({ labels: ['vip', 'streamer'] })).toEqual(['Both']);
  expect(await findLabels(pool)).toEqual({
    labels: [
      { name: 'streamer', contacts: 1 },
      { name: 'vip', contacts: 2 },
    ],
  });
});

test('tells how many cases a contact has and how many are closed, and finds them', async () => {
  const id = await add('Wumpus');
  const { rows } = await pool.query<{ id: string }>(
    `insert into case_management.cases (contact_id, subject, source, status, closed_at)
     values ($1, 'First', 'agent', 'closed', now()), ($1, 'Second', 'agent', 'elevated', null) returning id`,
    [id],
  );
  await add('Without');
  const { items } = await page({});
  expect(items).toMatchObject([
    { name: 'Without', cases: { all: 0, closed: 0 }, newestCaseId: null },
    { name: 'Wumpus', cases: { all: 2, closed: 1 }, newestCaseId: rows[1]?.id },
  ]);
  const found = await findCases(pool, { filters: { contactId: id } });
  expect(found.kind === 'found' && found.page.items.map(({ subject }) => subject)).toEqual(['Second', 'First']);
  expect(await findCases(pool, { filters: { contactId: items[0]?.id } })).toMatchObject({ page: { items: [] } });
});

test('goes on page by page: nobody repeats, also of the same name, and who is renamed meanwhile is not missed', async () => {
  const ids: string[] = [];
  for (let count = 0; count < findPageSize + 5; count += 1) ids.push(await add('Same'));
  await add('Zuletzt');
  // Nobody who was just made counts as changed since.
  await pool.query(
    `update case_management.contacts set updated_at = now() - interval '1 day', created_at = now() - interval '1 day'`,
  );
  const first = await page({});
  expect(first.items).toHaveLength(findPageSize);
  await pool.query(
    `update case_management.contacts set display_name = 'Anna', updated_at = now() where display_name = 'Zuletzt'`,
  );
  const second = await page({ cursor: first.next ?? '' });
  expect(second.next).toBeNull();
  const listed = [...first.items, ...second.items];
  expect(new Set(listed.map(({ id }) => id)).size).toBe(findPageSize + 6);
  expect(listed).toHaveLength(findPageSize + 6);
  expect(second.items[0]).toMatchObject({ name: 'Anna' });
  expect(new Set(listed.map(({ id }) => id))).toEqual(new Set([...ids, second.items[0]?.id]));
});

test('does not go on from a page of another list', async () => {
  for (let count = 0; count <= findPageSize; count += 1) await add('Same');
  const { next } = await page({});
  expect(next).not.toBeNull();
  expect(await findContacts(pool, { cursor: 'x' })).toEqual({ kind: 'unknown-cursor' });
  expect(await findCases(pool, { cursor: next ?? '' })).toEqual({ kind: 'unknown-cursor' });
});
