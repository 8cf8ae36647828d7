import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, changedCases, type DiscordOrigin } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  addCaseNote,
  changeCaseStatus,
  changeTag,
  deleteCustomField,
  openCase,
  readChangedCases,
  readSettingsDigest,
  saveCustomField,
} from '../src';

const origin: DiscordOrigin = {
  applicationId: '100000000000000001',
  guildId: null,
  guildName: null,
  dmChannelId: '400000000000000001',
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: null,
  locale: null,
};
const actor: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  const onBrokenConnection = (error: Error) => {
    throw error;
  };
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 2, applicationName: 'case-management-test', onBrokenConnection });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function opened(): Promise<string> {
  const conversationSid = `CH${randomBytes(16).toString('hex')}`;
  const details = { origin, conversationSid, subject: 'Lost', source: 'discord-dm' as const, actor };
  return (await inTransaction(pool, (transaction) => openCase(transaction, details))).caseId;
}

const jobs = async () =>
  (
    await pool.query<{ key: string; queue_name: string }>(
      `select key, queue_name from graphile_worker.jobs where task_identifier = 'publish-case-changes' order by key`,
    )
  ).rows;

test('every change of a case is told to Flex, once however many come before it is told, one after the other', async () => {
  const [one, two] = [await opened(), await opened()];
  await changeCaseStatus(pool, { caseId: one, status: 'closed', version: 1, actor });
  const queue_name = 'publish-case-changes';
  expect(await jobs()).toEqual([one, two].sort().map((caseId) => ({ key: `publish:${caseId}`, queue_name })));
});

test('the cases that changed last come first, each once; a note counts though the version stays', async () => {
  const [one, two] = [await opened(), await opened()];
  const before = await readChangedCases(pool);
  expect(before.slice(0, 2).map(({ caseId }) => caseId)).toEqual([two, one]);
  await addCaseNote(pool, { caseId: one, noteId: randomUUID(), text: 'seen', actor });
  const after = await readChangedCases(pool);
  expect(changedCases.parse({ changes: after, settings: '' }).changes.slice(0, 2)).toEqual([
    { ...before[1], change: expect.any(Number) },
    before[0],
  ]);
  expect(after[0]?.change).toBeGreaterThan(before[0]?.change ?? 0);
});

test('the team’s fields and tags are told in the same way: with every change of them, and with no other', async () => {
  const seen = new Set([await readSettingsDigest(pool)]);
  const field = {
    id: randomUUID(),
    version: null,
    subject: 'case',
    kind: 'text',
    name: 'Region',
    options: [],
  } as const;
  const another = { ...field, id: randomUUID(), name: 'Shard' };
  for (const change of [
    () => saveCustomField(pool, { ...field, options: [] }),
    () => saveCustomField(pool, { ...field, options: [], version: 1, name: 'Part of the world' }),
    () => saveCustomField(pool, { ...another, options: [] }),
    () => deleteCustomField(pool, field.id),
    () => changeTag(pool, { change: 'offer', name: 'esports' }, actor),
    () => changeTag(pool, { change: 'rename', name: 'esports', to: 'e-sports' }, actor),
    () => changeTag(pool, { change: 'delete', name: 'e-sports' }, actor),
  ]) {
    await pool.query(`select graphile_worker.remove_job('publish:settings')`);
    await change();
    seen.add(await readSettingsDigest(pool));
    expect((await jobs()).map(({ key }) => key)).toContain('publish:settings');
  }
  // Without the last tag it is as it was before the first.
  expect(seen.size).toBe(7);
  const last = await readSettingsDigest(pool);
  await opened();
  expect(await readSettingsDigest(pool)).toBe(last);
});
