import { randomUUID } from 'node:crypto';
import { type ExportedCase, exportCasesRequest, type FindCasesRequest } from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { exportCases } from '../../src';

const caseCount = 1_203;
const fieldId = randomUUID();

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 1,
    applicationName: 'export-cases-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
  await pool.query(
    `with contact as (
       insert into case_management.contacts (display_name, application_id, discord_user_id, username, labels, custom_values)
       values ('Zoë', '1', '2', 'zoe', '{vip}', jsonb_build_object($1::text, 'Europe')) returning id)
     insert into case_management.cases (contact_id, subject, source, priority, category, follow_up_on, elevation_reason, status)
     select contact.id, 'Case ' || at, 'agent', 'high', 'Money', '2027-01-31', 'Angry', 'elevated'
       from contact, generate_series(1, $2) as at`,
    [fieldId, caseCount],
  );
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Pages until there is no next one. */
async function readAll(request: FindCasesRequest, between = async () => {}): Promise<ExportedCase[][]> {
  const pages: ExportedCase[][] = [];
  let cursor: string | undefined;
  do {
    const result = await exportCases(pool, exportCasesRequest.parse({ ...request, cursor }));
    if (result.kind !== 'found') throw new Error(result.kind);
    pages.push(result.page.items);
    cursor = result.page.next ?? undefined;
    await between();
  } while (cursor !== undefined);
  return pages;
}

test('gives every case that is found once, in the order wished, with all that a table of cases has', async () => {
  const pages = await readAll({ sort: { by: 'number', direction: 'ascending' } });
  expect(pages.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(pages.flat().map(({ subject }) => subject)).toEqual(
    Array.from({ length: caseCount }, (_, at) => `Case ${at + 1}`),
  );
  expect(pages[2]?.[0]).toMatchObject({
    priority: 'high',
    category: 'Money',
    followUpOn: '2027-01-31',
    elevationReason: 'Angry',
    resolution: null,
    username: 'zoe',
    labels: ['vip'],
    contactCustomValues: { [fieldId]: 'Europe' },
  });
});

test('narrows by what the search and its filters say', async () => {
  expect((await readAll({ search: 'Case 77' })).flat().map(({ subject }) => subject)).toEqual(['Case 77']);
  expect((await readAll({ filters: { statuses: ['closed'] } })).flat()).toEqual([]);
});

test('misses no case that changes while the pages are read', async () => {
  let changed = false;
  const pages = await readAll({ sort: { by: 'updated', direction: 'descending' } }, async () => {
    if (changed) return;
    changed = true;
    await pool.query(`update case_management.cases set updated_at = now() where subject in ('Case 1', 'Case 1203')`);
  });
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(caseCount);
});

test('puts fewer cases on a page when they hold so much that a Function could not answer them', async () => {
  const values = Object.fromEntries(Array.from({ length: 40 }, () => [randomUUID(), '密'.repeat(500)]));
  await pool.query(`update case_management.cases set custom_values = $1 where number <= 1_150`, [values]);
  const pages = await readAll({ sort: { by: 'number', direction: 'ascending' } });
  expect(pages.flat()).toHaveLength(caseCount);
  expect(pages[0]).toHaveLength(20);
  for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(2_100_000);
});

test('does not go on from a page that is none', async () => {
  expect(await exportCases(pool, exportCasesRequest.parse({ cursor: 'x' }))).toEqual({ kind: 'unknown-cursor' });
});
