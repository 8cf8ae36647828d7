import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, changedCases, createCaseRequest, type DiscordOrigin } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  addCaseNote,
  askPlayer,
  changeCaseStatus,
  createCase,
  deleteCase,
  findCases,
  findDeletedCase,
  getCase,
  getCaseHistory,
  linkCase,
  lockFollowUp,
  openCase,
  rateCase,
  readCaseCard,
  readChangedCases,
  recordInTimeline,
  reportBug,
  requestOutreach,
  settleOutreach,
  settleQuestion,
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
const player: Actor = { kind: 'player', id: origin.userId, name: origin.displayName };
const lead: Actor = { kind: 'agent', id: 'sam_40example_2Ecom', name: 'sam@example.com' };
const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  const onBrokenConnection = (error: Error) => {
    throw error;
  };
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 4, applicationName: 'case-management-test', onBrokenConnection });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function opened(subject = 'Lost a sword') {
  const conversationSid = sid('CH');
  const request = { origin, conversationSid, subject, source: 'discord-dm' as const, actor: player };
  const { caseId, caseNumber } = await inTransaction(pool, (transaction) => openCase(transaction, request));
  return { caseId, caseNumber, conversationSid };
}

/** A case with something in everything that a case can have. */
async function fullCase() {
  const reported = await inTransaction(pool, (transaction) =>
    reportBug(transaction, {
      origin,
      interactionId: String(randomBytes(6).readUIntBE(0, 6)),
      title: 'The dragon sword vanished',
      report: { description: 'It fell into the lake', steps: 'Swim', platform: 'pc' },
    }),
  );
  const { caseId, caseNumber } = reported;
  await addCaseNote(pool, { caseId, noteId: randomUUID(), text: 'Promised a dragon sword', actor: lead });
  const task = { taskSid: sid('WT'), conversationSid: sid('CH'), channel: 'discord', address: null, name: null };
  await linkCase(pool, { caseId, task, actor: lead });
  const questionId = await inTransaction(pool, (transaction) =>
    askPlayer(transaction, { caseId, kind: 'rating', isDue: () => true }),
  );
  const outreachId = randomUUID();
  await requestOutreach(pool, { caseId, outreachId, text: 'A dragon?', actor: lead, workerSid: sid('WK') });
  await settleOutreach(pool, outreachId, { kind: 'sent', conversationSid: sid('CH') });
  return { caseId, caseNumber, task, questionId: questionId ?? '' };
}

/** What a supervisor sees who looks at the case now. */
async function seen(caseId: string): Promise<{ version: number; notes: number }> {
  const found = await getCase(pool, { caseId });
  if (found.kind !== 'found') throw new Error('The case is not there');
  return { version: found.case.version, notes: found.case.notes.length };
}

/** What waits to be done outside about a case. */
async function jobsOf(caseId: string): Promise<string[]> {
  const like = `%${caseId}`;
  const { rows } = await pool.query('select key from graphile_worker.jobs where key like $1 order by key', [like]);
  return rows.map(({ key }) => key);
}
const forgetJobs = () => pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');

describe('deleting a case', () => {
  test('takes everything that was written in it away, and leaves the contact', async () => {
    const { caseId } = await fullCase();
    const result = await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead });
    expect(result.kind).toBe('deleted');
    expect(await getCase(pool, { caseId })).toEqual({ kind: 'not-found' });
    expect(await getCaseHistory(pool, { caseId })).toEqual({ kind: 'not-found' });
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema = 'case_management' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      const left = rows.map(({ row }) => row).filter((row) => /dragon|lake/.test(row) || row.includes(caseId));
      if (name === 'case_management.deleted_cases') expect(left).toHaveLength(1);
      else expect({ name, left }).toEqual({ name, left: [] });
    }
    const contacts = await pool.query('select 1 from case_management.contacts where discord_user_id = $1', [
      origin.userId,
    ]);
    expect(contacts.rowCount).toBe(1);
    expect(await findCases(pool, { search: 'dragon', filters: {}, sort: { by: 'number', direction: 'descending' } })) //
      .toMatchObject({ kind: 'found', page: { items: [] } });
  });

  test('writes down number, who and when, but nothing that anybody wrote', async () => {
    const { caseId, caseNumber, task } = await fullCase();
    await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead });
    const { rows } = await pool.query('select * from case_management.deleted_cases where case_id = $1', [caseId]);
    expect(rows[0]).toMatchObject({
      number: String(caseNumber),
      deleted_by_id: lead.id,
      deleted_by_name: lead.name,
      deleted_at: expect.any(Date),
      opened_at: expect.any(Date),
      links: expect.arrayContaining([task.taskSid, task.conversationSid]),
    });
    expect(JSON.stringify(rows)).not.toMatch(/dragon|lake|wumpus/i);
  });

  test('is refused when somebody changed the case meanwhile, and shows it as it is', async () => {
    const { caseId } = await opened();
    await changeCaseStatus(pool, { caseId, status: 'elevated', version: 1, actor: lead });
    const result = await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead });
    expect(result).toMatchObject({ kind: 'stale', current: { status: 'elevated', version: 2 } });
    expect((await getCase(pool, { caseId })).kind).toBe('found');
  });

  test('is refused when somebody left a note meanwhile, which nobody would have read', async () => {
    const { caseId } = await opened();
    const before = await seen(caseId);
    await addCaseNote(pool, { caseId, noteId: randomUUID(), text: 'Wait, I need this', actor: lead });
    const result = await deleteCase(pool, { caseId, ...before, actor: lead });
    expect(result).toMatchObject({ kind: 'stale', current: { notes: [{ text: 'Wait, I need this' }] } });
    expect((await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead })).kind).toBe('deleted');
  });

  test('is refused while a message to the player is on its way', async () => {
    const { caseId } = await opened();
    const outreachId = randomUUID();
    await requestOutreach(pool, { caseId, outreachId, text: 'Hello', actor: lead, workerSid: sid('WK') });
    expect(await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead })).toEqual({
      kind: 'message-on-its-way',
    });
    await settleOutreach(pool, outreachId, { kind: 'failed', failure: 'No.' });
    expect((await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead })).kind).toBe('deleted');
  });

  test('can be asked for again, by two at once too: one deletes it, the other learns who did', async () => {
    const { caseId } = await opened();
    const other: Actor = { ...lead, id: 'alex_40example_2Ecom', name: 'alex@example.com' };
    const results = await Promise.all(
      [lead, other].map((actor) => deleteCase(pool, { caseId, version: 1, notes: 0, actor })),
    );
    expect(results.map(({ kind }) => kind)).toEqual(['deleted', 'deleted']);
    expect(results[0]).toEqual(results[1]);
    expect(await deleteCase(pool, { caseId: randomUUID(), version: 1, notes: 0, actor: lead })).toEqual({
      kind: 'not-found',
    });
  });

  test('is told to every desk, in one order with all other changes', async () => {
    const before = await opened();
    const { caseId, caseNumber } = await opened();
    await forgetJobs();
    await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead });
    const deleted = (await readChangedCases(pool))[0];
    expect(deleted).toEqual({ caseId, number: caseNumber, version: 2, change: expect.any(Number) });
    await changeCaseStatus(pool, { caseId: before.caseId, status: 'closed', version: 1, actor: lead });
    const { changes } = changedCases.parse({ changes: await readChangedCases(pool), settings: '' });
    expect(changes[0]?.caseId).toBe(before.caseId);
    expect(changes[1]).toEqual(deleted);
    expect(await jobsOf(caseId)).toEqual([`card:${caseId}`, `publish:${caseId}`]);
  });

  test('has the player’s card say so, in the place of what it was to show', async () => {
    const { caseId, caseNumber } = await opened();
    await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead });
    const { rows } = await pool.query(
      `select j.task_identifier, p.payload from graphile_worker.jobs j
         join graphile_worker._private_jobs p on p.id = j.id where j.key = $1`,
      [`card:${caseId}`],
    );
    const payload = { caseId, number: caseNumber, applicationId: origin.applicationId };
    expect(rows).toEqual([{ task_identifier: 'close-case-card', payload }]);
  });
});

describe('what still names a deleted case', () => {
  test('finds out what became of it: by its id, its conversation and its task', async () => {
    const { caseId, caseNumber, task } = await fullCase();
    await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead });
    const { taskSid, conversationSid } = task;
    for (const reference of [{ caseId }, { conversationSid }, { conversationSid, taskSid }, { taskSid }]) {
      expect(await findDeletedCase(pool, reference)).toMatchObject({ number: caseNumber, deletedBy: lead.name });
    }
    expect(await findDeletedCase(pool, { conversationSid: sid('CH') })).toBeUndefined();
  });

  test('ends without a word: timeline, card, follow-up, questions and their answers', async () => {
    const { caseId, questionId } = await fullCase();
    await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead });
    await forgetJobs();
    await recordInTimeline(pool, { caseId, event: 'agent-joined', details: {}, actor: lead });
    await settleQuestion(pool, questionId, { kind: 'asked' });
    expect(await readCaseCard(pool, caseId)).toBeUndefined();
    expect(await inTransaction(pool, (db) => lockFollowUp(db, caseId))).toBeUndefined();
    const by = { applicationId: origin.applicationId, userId: origin.userId };
    expect(await rateCase(pool, { questionId, by, score: 5 })).toMatchObject({ kind: 'not-open' });
    const { rows } = await pool.query('select 1 from case_management.case_timeline where case_id = $1', [caseId]);
    expect(rows).toEqual([]);
    expect(await jobsOf(caseId)).toEqual([]);
  });

  test('gets a new case when an agent is asked for in the same conversation', async () => {
    const { caseId, conversationSid } = await opened();
    await deleteCase(pool, { caseId, version: 1, notes: 0, actor: lead });
    const request = { origin, conversationSid, subject: 'Again', source: 'discord-dm' as const, actor: player };
    const again = await inTransaction(pool, (transaction) => openCase(transaction, request));
    expect(again.kind).toBe('opened');
    expect(await getCase(pool, { conversationSid })).toMatchObject({ case: { id: again.caseId, subject: 'Again' } });
  });

  test('is not opened again by a late repeat of the request that opened it', async () => {
    const caseId = randomUUID();
    const asked = createCaseRequest.parse({
      caseId,
      noteId: randomUUID(),
      task: null,
      fields: {
        firstName: 'Kim',
        lastName: '',
        email: '',
        phone: '',
        subject: '',
        note: 'x',
        status: 'open',
        tags: [],
      },
    });
    const request = { ...asked, player: null, actor: lead };
    await createCase(pool, request);
    await deleteCase(pool, { caseId, ...(await seen(caseId)), actor: lead });
    expect(await createCase(pool, request)).toEqual({ kind: 'deleted' });
  });
});

describe('the database itself', () => {
  test('lets a timeline go only with a case whose deletion is written down', async () => {
    const { caseId } = await opened();
    const remove = 'delete from case_management.cases where id = $1';
    await expect(pool.query(remove, [caseId])).rejects.toThrow('only grows');
    const { rowCount } = await pool.query('select 1 from case_management.cases where id = $1', [caseId]);
    expect(rowCount).toBe(1);
  });

  test.each([
    'update case_management.deleted_cases set number = number',
    'delete from case_management.deleted_cases',
    'truncate case_management.deleted_cases',
  ])('refuses `%s`', async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow('stays written down');
  });
});
