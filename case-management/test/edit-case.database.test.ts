import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, CaseChanges } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { changeCaseStatus, editCase, findAgents, getCase, openCase } from '../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };
const noor: Actor = { kind: 'agent', id: 'noor_40example_2Ecom', name: 'noor@example.com' };
const hostile = `'; drop table case_management.cases; -- <script>alert(1)</script> \\ % _ 🎮 ‮`;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'edit-case-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function open(): Promise<string> {
  const { caseId } = await inTransaction(pool, (transaction) =>
    openCase(transaction, {
      origin: {
        applicationId: '100000000000000001',
        guildId: null,
        guildName: null,
        dmChannelId: '400000000000000001',
        userId: '300000000000000001',
        username: 'wumpus',
        displayName: 'Wumpus',
        avatarUrl: null,
        locale: null,
      },
      conversationSid: `CH${randomBytes(16).toString('hex')}`,
      subject: 'password',
      source: 'discord-dm',
      actor: { kind: 'player', id: '300000000000000001', name: 'Wumpus' },
    }),
  );
  return caseId;
}

const edit = (caseId: string, version: number, changes: CaseChanges, actor = kim) =>
  editCase(pool, { caseId, version, changes, actor });

const timeline = async (caseId: string) => {
  const { rows } = await pool.query(
    'select event, actor_id, details from case_management.case_timeline where case_id = $1 order by id',
    [caseId],
  );
  return rows;
};

describe('editing a case', () => {
  test('changes every field at once, and the timeline keeps who changed what from what', async () => {
    const caseId = await open();
    const changes: CaseChanges = {
      subject: hostile,
      priority: 'urgent',
      category: 'Billing',
      tags: ['vip', '払い戻し'],
      owner: { kind: 'me' },
      followUpOn: '2027-01-31',
    };
    const expected = { ...changes, owner: { id: kim.id, name: kim.name }, version: 2 };
    expect(await edit(caseId, 1, changes)).toMatchObject({ kind: 'changed', case: expected });
    expect(await getCase(pool, { caseId })).toMatchObject({ case: expected });
    expect((await timeline(caseId)).at(-1)).toEqual({
      event: 'case-edited',
      actor_id: kim.id,
      details: {
        edits: [
          { field: 'subject', from: 'password', to: hostile },
          { field: 'priority', from: 'normal', to: 'urgent' },
          { field: 'category', from: null, to: 'Billing' },
          { field: 'tags', from: [], to: ['vip', '払い戻し'] },
          { field: 'owner', from: null, to: { id: kim.id, name: kim.name } },
          { field: 'followUpOn', from: null, to: '2027-01-31' },
        ],
      },
    });
  });

  test('leaves what it does not name, and takes away what it names as nothing', async () => {
    const caseId = await open();
    await edit(caseId, 1, { category: 'Billing', owner: { kind: 'me' }, followUpOn: '2027-01-31', tags: ['a'] });
    const emptied = await edit(caseId, 2, { owner: null, followUpOn: null, tags: [] });
    expect(emptied).toMatchObject({ case: { owner: null, followUpOn: null, tags: [], category: 'Billing' } });
  });

  test('of two agents at the same moment lets one win and shows the other what is there', async () => {
    const caseId = await open();
    const results = await Promise.all([
      edit(caseId, 1, { priority: 'high' }),
      edit(caseId, 1, { category: 'Billing' }, noor),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'stale']);
    const stale = results.find(({ kind }) => kind === 'stale');
    expect(stale).toMatchObject({ current: { version: 2 } });
    expect((await timeline(caseId)).filter(({ event }) => event === 'case-edited')).toHaveLength(1);
  });

  test('repeated after a lost answer changes nothing more', async () => {
    const caseId = await open();
    await edit(caseId, 1, { tags: ['vip'] });
    expect(await edit(caseId, 1, { tags: ['vip'] })).toMatchObject({ kind: 'unchanged', case: { version: 2 } });
    expect(await timeline(caseId)).toHaveLength(2);
  });

  test('gives a case only to agents who have changed one', async () => {
    const caseId = await open();
    expect(await edit(caseId, 1, { owner: { kind: 'agent', id: 'nobody' } })).toEqual({ kind: 'unknown-owner' });
    await edit(caseId, 1, { priority: 'low' }, noor);
    expect((await findAgents(pool)).agents).toContainEqual({ id: noor.id, name: noor.name });
    const given = await edit(caseId, 2, { owner: { kind: 'agent', id: noor.id } });
    expect(given).toMatchObject({ case: { owner: { id: noor.id, name: noor.name } } });
  });

  test('keeps a reason while the case is elevated and a resolution while it is closed', async () => {
    const caseId = await open();
    expect(await edit(caseId, 1, { elevationReason: 'VIP' })).toEqual({
      kind: 'wrong-status',
      field: 'elevationReason',
    });
    await changeCaseStatus(pool, { caseId, status: 'elevated', version: 1, actor: kim });
    expect(await edit(caseId, 2, { elevationReason: 'VIP' })).toMatchObject({ case: { elevationReason: 'VIP' } });
    await changeCaseStatus(pool, { caseId, status: 'closed', version: 3, actor: kim });
    const closed = await edit(caseId, 4, { resolution: 'Sent a link' });
    expect(closed).toMatchObject({ case: { elevationReason: null, resolution: 'Sent a link' } });
    const reopened = await changeCaseStatus(pool, { caseId, status: 'open', version: 5, actor: kim });
    expect(reopened).toMatchObject({ case: { resolution: null } });
    expect(JSON.stringify(await timeline(caseId))).toContain('Sent a link');
  });

  test('of a case that is not there says so', async () => {
    expect(await edit(randomUUID(), 1, { priority: 'low' })).toEqual({ kind: 'not-found' });
  });

  test('can be taken out of the timeline by nobody, not even in a session that replicates', async () => {
    await open();
    const client = await pool.connect();
    try {
      await client.query("set session_replication_role = 'replica'");
      await expect(client.query('delete from case_management.case_timeline')).rejects.toThrow('only grows');
    } finally {
      client.release(true);
    }
  });
});
