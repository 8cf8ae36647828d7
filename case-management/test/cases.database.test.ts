import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, type CaseView, caseView, type DiscordOrigin } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { addCaseNote, changeCaseStatus, getCase, openCase } from '../src';

const origin: DiscordOrigin = {
  applicationId: '100000000000000001',
  guildId: '200000000000000001',
  guildName: 'Wumpus Quest',
  dmChannelId: '400000000000000001',
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus 🎮',
  avatarUrl: null,
  locale: 'en-US',
};
const player: Actor = { kind: 'player', id: origin.userId, name: origin.displayName };
const agent: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'case-management-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const newConversationSid = () => `CH${randomBytes(16).toString('hex')}`;

const open = (conversationSid: string, subject = 'i think i forgot my password') =>
  inTransaction(pool, (transaction) =>
    openCase(transaction, { origin, conversationSid, subject, source: 'discord-dm', actor: player }),
  );

async function openAndRead(subject?: string): Promise<CaseView> {
  const conversationSid = newConversationSid();
  await open(conversationSid, subject);
  const result = await getCase(pool, { conversationSid });
  if (result.kind !== 'found') throw new Error('The case that was just opened is not there');
  return caseView.parse(result.case);
}

describe('opening a case', () => {
  test('shows the player and the conversation, open, at version 1, with a number of four digits or more', async () => {
    const conversationSid = newConversationSid();
    const opened = await open(conversationSid);
    const found = await getCase(pool, { caseId: opened.caseId });
    expect(found).toMatchObject({
      kind: 'found',
      case: {
        number: opened.caseNumber,
        status: 'open',
        version: 1,
        subject: 'i think i forgot my password',
        conversationSids: [conversationSid],
        contact: { discord: { userId: origin.userId, displayName: 'Wumpus 🎮', guildName: 'Wumpus Quest' } },
        notes: [],
      },
    });
    expect(opened.caseNumber).toBeGreaterThanOrEqual(1001);
  });

  test('happens once per conversation, even when asked for at the same moment', async () => {
    const conversationSid = newConversationSid();
    const results = await Promise.all([open(conversationSid), open(conversationSid), open(conversationSid)]);
    expect(new Set(results.map(({ caseNumber }) => caseNumber)).size).toBe(1);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['already-open', 'already-open', 'opened']);
  });

  test('numbers follow each other without a gap', async () => {
    const first = await open(newConversationSid());
    const second = await open(newConversationSid());
    expect(second.caseNumber).toBe(first.caseNumber + 1);
  });

  test('leaves nothing behind when the caller’s transaction fails', async () => {
    const conversationSid = newConversationSid();
    const failing = inTransaction(pool, async (transaction) => {
      await openCase(transaction, { origin, conversationSid, subject: 'x', source: 'discord-dm', actor: player });
      throw new Error('the caller failed');
    });
    await expect(failing).rejects.toThrow('the caller failed');
    expect(await getCase(pool, { conversationSid })).toEqual({ kind: 'not-found' });
  });

  test.each([
    ['a long subject', 'x'.repeat(500), `${'x'.repeat(199)}…`],
    ['an emoji at the cut', `${'x'.repeat(198)}🎮🎮`, `${'x'.repeat(198)}…`],
    ['control characters and line ends', 'a\u0000b\nc', 'a b c'],
    ['nothing at all', ' \n ', '…'],
  ])('takes %s', async (_, subject, expected) => {
    expect((await openAndRead(subject)).subject).toBe(expected);
  });
});

describe('changing the status', () => {
  test('raises the version and remembers when a case was closed', async () => {
    const { id } = await openAndRead();
    const closed = await changeCaseStatus(pool, { caseId: id, status: 'closed', version: 1, actor: agent });
    expect(closed).toMatchObject({ kind: 'changed', case: { status: 'closed', version: 2 } });
    expect(closed.kind === 'changed' && closed.case.closedAt).toEqual(expect.any(String));
    const reopened = await changeCaseStatus(pool, { caseId: id, status: 'open', version: 2, actor: agent });
    expect(reopened).toMatchObject({ kind: 'changed', case: { status: 'open', version: 3, closedAt: null } });
  });

  test('on an older version changes nothing and shows the case as it is', async () => {
    const { id } = await openAndRead();
    await changeCaseStatus(pool, { caseId: id, status: 'elevated', version: 1, actor: agent });
    const late = await changeCaseStatus(pool, { caseId: id, status: 'closed', version: 1, actor: agent });
    expect(late).toMatchObject({ kind: 'stale', current: { status: 'elevated', version: 2 } });
  });

  test('of two at the same moment lets one win', async () => {
    const { id } = await openAndRead();
    const results = await Promise.all([
      changeCaseStatus(pool, { caseId: id, status: 'closed', version: 1, actor: agent }),
      changeCaseStatus(pool, { caseId: id, status: 'elevated', version: 1, actor: agent }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'stale']);
  });

  test('repeated after a lost answer changes nothing more', async () => {
    const { id } = await openAndRead();
    const request = { caseId: id, status: 'closed', version: 1, actor: agent } as const;
    await changeCaseStatus(pool, request);
    expect(await changeCaseStatus(pool, request)).toMatchObject({ kind: 'unchanged', case: { version: 2 } });
  });

  test('of a case that is not there says so', async () => {
    const request = { caseId: randomUUID(), status: 'closed', version: 1, actor: agent } as const;
    expect(await changeCaseStatus(pool, request)).toEqual({ kind: 'not-found' });
  });
});

describe('adding a note', () => {
  test('keeps text, author and order', async () => {
    const { id } = await openAndRead();
    await addCaseNote(pool, { caseId: id, noteId: randomUUID(), text: 'first 🎮', actor: agent });
    const second = await addCaseNote(pool, { caseId: id, noteId: randomUUID(), text: 'sec\u0000ond', actor: agent });
    expect(second).toMatchObject({
      kind: 'added',
      case: { version: 1, notes: [{ text: 'first 🎮', author: agent }, { text: 'second' }] },
    });
  });

  test('twice with one id adds one', async () => {
    const { id } = await openAndRead();
    const note = { caseId: id, noteId: randomUUID(), text: 'once', actor: agent };
    const results = await Promise.all([addCaseNote(pool, note), addCaseNote(pool, note)]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['added', 'already-added']);
    const found = await getCase(pool, { caseId: id });
    expect(found.kind === 'found' && found.case.notes).toHaveLength(1);
  });

  test('with the id of a note on another case is refused', async () => {
    const [one, other] = [await openAndRead(), await openAndRead()];
    const noteId = randomUUID();
    await addCaseNote(pool, { caseId: one.id, noteId, text: 'mine', actor: agent });
    const stolen = await addCaseNote(pool, { caseId: other.id, noteId, text: 'theirs', actor: agent });
    expect(stolen).toEqual({ kind: 'note-id-taken' });
  });

  test('to a case that is not there says so', async () => {
    const note = { caseId: randomUUID(), noteId: randomUUID(), text: 'lost', actor: agent };
    expect(await addCaseNote(pool, note)).toEqual({ kind: 'not-found' });
  });
});

describe('the timeline', () => {
  test('tells who did what, without the words of notes', async () => {
    const { id } = await openAndRead();
    await changeCaseStatus(pool, { caseId: id, status: 'elevated', version: 1, actor: agent });
    await addCaseNote(pool, { caseId: id, noteId: randomUUID(), text: 'secret', actor: agent });
    const { rows } = await pool.query(
      'select event, actor_id, details from case_management.case_timeline where case_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ event, actor_id }) => [event, actor_id])).toEqual([
      ['case-opened', player.id],
      ['status-changed', agent.id],
      ['note-added', agent.id],
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  test.each([
    'update case_management.case_timeline set event = event',
    'delete from case_management.case_timeline',
    'truncate case_management.case_timeline',
  ])('refuses `%s`', async (statement) => {
    await openAndRead();
    await expect(pool.query(statement)).rejects.toThrow('only grows');
  });
});
