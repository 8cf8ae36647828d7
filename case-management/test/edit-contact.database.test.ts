import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@discord-channel/contracts';
import { caseHistoryResponse, contactView } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  addCaseNote,
  deleteCase,
  editContact,
  findAgents,
  getCase,
  getCaseHistory,
  openCase,
  readContactView,
  requestFeature,
  saveContact,
} from '../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'edit-contact-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const open = (userId: string, subject = 'password') =>
  inTransaction(pool, (transaction) =>
    openCase(transaction, {
      origin: {
        applicationId: '100000000000000001',
        guildId: null,
        guildName: null,
        dmChannelId: '400000000000000001',
        userId,
        username: 'wumpus',
        displayName: 'Wumpus',
        avatarUrl: null,
        locale: null,
      },
      conversationSid: `CH${randomBytes(16).toString('hex')}`,
      subject,
      source: 'discord-dm',
      actor: { kind: 'player', id: userId, name: 'Wumpus' },
    }),
  );

describe('editing a contact', () => {
  test('is seen in every case of the contact, and told in the history of the one it was done in', async () => {
    const [one, other] = [await open('300000000000000011'), await open('300000000000000011')];
    const changes = { firstName: 'Zoë', email: 'zoe@example.com', labels: ['streamer'] };
    const changed = await editContact(pool, { caseId: one.caseId, version: 1, changes, actor: kim });
    expect(changed).toMatchObject({ kind: 'changed', case: { version: 1, contact: { ...changes, version: 2 } } });
    expect(await getCase(pool, { caseId: other.caseId })).toMatchObject({ case: { contact: changes } });
    const found = await getCaseHistory(pool, { caseId: one.caseId });
    expect(found.kind === 'found' && caseHistoryResponse.parse(found.history).timeline[0]).toMatchObject({
      event: 'contact-edited',
      actor: kim,
      details: {
        edits: [
          { field: 'firstName', from: null, to: 'Zoë' },
          { field: 'email', from: null, to: 'zoe@example.com' },
          { field: 'labels', from: [], to: ['streamer'] },
        ],
      },
    });
  });

  test('from two cases at the same moment lets one win', async () => {
    const [one, other] = [await open('300000000000000012'), await open('300000000000000012')];
    const results = await Promise.all([
      editContact(pool, { caseId: one.caseId, version: 1, changes: { phone: '112' }, actor: kim }),
      editContact(pool, { caseId: other.caseId, version: 1, changes: { phone: '911' }, actor: kim }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'stale']);
  });

  test('repeated after a lost answer changes nothing more; of no case says so', async () => {
    const { caseId } = await open('300000000000000013');
    const request = { caseId, version: 1, changes: { notes: 'Kind' }, actor: kim };
    await editContact(pool, request);
    expect(await editContact(pool, request)).toMatchObject({ kind: 'unchanged', case: { contact: { version: 2 } } });
    expect(await editContact(pool, { ...request, caseId: randomUUID() })).toEqual({ kind: 'not-found' });
  });
});

describe('editing a contact of the list', () => {
  /** A player who shared an idea, and has no case. */
  async function withoutCase(userId: string): Promise<string> {
    const origin = {
      applicationId: '100000000000000001',
      guildId: null,
      guildName: null,
      userId,
      username: 'nelly',
      displayName: 'Nelly',
      avatarUrl: null,
      locale: 'pl',
    };
    await inTransaction(pool, (transaction) =>
      requestFeature(transaction, { origin, interactionId: userId, title: 'Ponds', description: 'With ducks' }),
    );
    const { rows } = await pool.query('select id from case_management.contacts where discord_user_id = $1', [userId]);
    return rows[0].id;
  }

  test('needs no case', async () => {
    const contactId = await withoutCase('300000000000000021');
    const changes = { firstName: 'Nelly', labels: ['ideas'], notes: 'Likes ducks' };
    const saved = await saveContact(pool, { contactId, version: 1, changes, actor: kim });
    expect(saved).toMatchObject({
      kind: 'changed',
      contact: { ...changes, version: 2, discord: { username: 'nelly', guildId: null, locale: 'pl' } },
    });
    expect(contactView.parse(await readContactView(pool, contactId))).toMatchObject(changes);
    const owners = await findAgents(pool);
    expect(owners.agents).toContainEqual({ id: kim.id, name: kim.name });
  });

  test('is told in the history of the newest case, where there is one', async () => {
    const [old, now] = [await open('300000000000000022'), await open('300000000000000022')];
    const found = await getCase(pool, { caseId: now.caseId });
    const contactId = found.kind === 'found' ? found.case.contact.id : '';
    await saveContact(pool, { contactId, version: 1, changes: { phone: '112' }, actor: kim });
    const told = async (caseId: string) => {
      const history = await getCaseHistory(pool, { caseId });
      return history.kind === 'found' && history.history.timeline.map(({ event }) => event);
    };
    expect(await told(now.caseId)).toEqual(['contact-edited', 'case-opened']);
    expect(await told(old.caseId)).toEqual(['case-opened']);
  });

  test('lets one of two at the same moment win, and shows the other what is there', async () => {
    const contactId = await withoutCase('300000000000000023');
    const results = await Promise.all(
      ['112', '911'].map((phone) => saveContact(pool, { contactId, version: 1, changes: { phone }, actor: kim })),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'stale']);
    const [winner] = results.flatMap((result) => (result.kind === 'changed' ? [result.contact.phone] : []));
    expect(results.find(({ kind }) => kind === 'stale')).toMatchObject({ current: { phone: winner, version: 2 } });
  });

  test('repeated after a lost answer changes nothing more; of nobody says so', async () => {
    const contactId = await withoutCase('300000000000000024');
    const request = { contactId, version: 1, changes: { notes: 'Kind' }, actor: kim };
    await saveContact(pool, request);
    expect(await saveContact(pool, request)).toMatchObject({ kind: 'unchanged', contact: { version: 2 } });
    expect(await saveContact(pool, { ...request, contactId: randomUUID() })).toEqual({ kind: 'not-found' });
  });

  test('and deleting the newest case at the same moment do not hold each other up', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { caseId } = await open(`30000000000000003${round}`);
      const found = await getCase(pool, { caseId });
      const contactId = found.kind === 'found' ? found.case.contact.id : '';
      const changes = { lastName: `Müller ${round}` };
      const [saved, edited, deleted] = await Promise.all([
        saveContact(pool, { contactId, version: 1, changes, actor: kim }),
        editContact(pool, { caseId, version: 1, changes, actor: kim }),
        deleteCase(pool, { caseId, version: 1, notes: 0, actor: kim }),
      ]);
      expect(['changed', 'unchanged']).toContain(saved.kind);
      expect(['changed', 'unchanged', 'not-found']).toContain(edited.kind);
      expect(deleted.kind).toBe('deleted');
    }
  });
});

describe('the history of a case', () => {
  test('comes in pages without a gap or a double, newest first', async () => {
    const { caseId } = await open('300000000000000014');
    for (let count = 0; count < 60; count += 1) {
      await addCaseNote(pool, { caseId, noteId: randomUUID(), text: 'x', actor: kim });
    }
    const first = await getCaseHistory(pool, { caseId });
    if (first.kind !== 'found' || first.history.next === null) throw new Error('There is no second page');
    const second = await getCaseHistory(pool, { caseId, before: first.history.next });
    if (second.kind !== 'found') throw new Error('The second page is not there');
    const ids = [...first.history.timeline, ...second.history.timeline].map(({ id }) => id);
    expect(new Set(ids).size).toBe(61);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    expect(second.history.next).toBeNull();
    expect(second.history.timeline.at(-1)?.event).toBe('case-opened');
  });

  test('has the other cases of the contact and nobody else’s', async () => {
    const [old, now] = [await open('300000000000000015', 'old'), await open('300000000000000015', 'now')];
    await open('300000000000000016', 'somebody else’s');
    const found = await getCaseHistory(pool, { caseId: now.caseId });
    expect(found).toMatchObject({ history: { otherCases: [{ number: old.caseNumber, subject: 'old' }] } });
    expect(await getCaseHistory(pool, { caseId: randomUUID() })).toEqual({ kind: 'not-found' });
  });
});
