import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Actor,
  type CaseTask,
  caseView,
  type NewCaseFields,
  newCaseFields,
  type ReportOrigin,
} from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { changeCaseStatus, createCase, findTaskCases, getCase, linkCase, openCase, unlinkCase } from '../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };
const hostile = `'; drop table case_management.cases; -- <script>alert(1)</script> \\ % _ 🎮 ‮שלום`;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'create-case-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
const newPlayer = (): ReportOrigin => ({
  applicationId: '100000000000000001',
  guildId: null,
  guildName: null,
  userId: String(3e17 + Math.floor(Math.random() * 1e15)),
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: null,
  locale: null,
});
const fields = (changes: Partial<NewCaseFields> = {}): NewCaseFields => ({
  subject: '',
  note: 'The parcel never came.',
  status: 'open',
  tags: [],
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  ...changes,
});
const smsTask = (changes: Partial<CaseTask> = {}): CaseTask => ({
  taskSid: sid('WT'),
  conversationSid: sid('CH'),
  channel: 'sms',
  address: `+48600${Math.floor(Math.random() * 1e6)}`,
  name: null,
  ...changes,
});
const create = (request: Partial<Parameters<typeof createCase>[1]> = {}) =>
  createCase(pool, {
    caseId: randomUUID(),
    noteId: randomUUID(),
    task: null,
    player: null,
    fields: fields(),
    actor: kim,
    ...request,
  });
const created = async (request: Parameters<typeof create>[0] = {}) => {
  const result = await create(request);
  if (!('case' in result)) throw new Error(`Not created: ${result.kind}`);
  return caseView.parse(result.case);
};
const openByPlayer = async (origin: ReportOrigin, conversationSid = sid('CH')) => {
  const { caseId } = await inTransaction(pool, (transaction) =>
    openCase(transaction, {
      origin: { ...origin, dmChannelId: '400000000000000001' },
      conversationSid,
      subject: 'password',
      source: 'discord-dm',
      actor: { kind: 'player', id: origin.userId, name: origin.displayName },
    }),
  );
  return { caseId, conversationSid };
};
const count = async (table: string) => Number((await pool.query(`select count(*) from ${table}`)).rows[0].count);
const timeline = async (caseId: string): Promise<string[]> =>
  (
    await pool.query('select event from case_management.case_timeline where case_id = $1 order by id', [caseId])
  ).rows.map(({ event }) => event);

describe('an agent opens a case', () => {
  test('for a task of another channel: contact by its address, note, link, all of it found by the task', async () => {
    const task = smsTask({ name: 'Zoë' });
    const wanted = fields({
      subject: hostile,
      note: hostile,
      tags: ['vip'],
      status: 'elevated',
      email: 'z@example.com',
    });
    const view = await created({ task, fields: wanted });
    expect(view).toMatchObject({
      subject: hostile,
      status: 'elevated',
      source: 'other-channel',
      tags: ['vip'],
      contact: { name: 'z@example.com', email: 'z@example.com', discord: null },
      links: [{ conversationSid: task.conversationSid, taskSid: task.taskSid, channel: 'sms' }],
      notes: [{ text: hostile, author: kim }],
    });
    expect(view.contact.identities).toEqual([{ channel: 'sms', address: task.address }]);
    const references = [{ taskSid: task.taskSid }, { conversationSid: task.conversationSid ?? '' }];
    for (const reference of references) expect(await getCase(pool, reference)).toMatchObject({ case: { id: view.id } });
    expect(await timeline(view.id)).toEqual(['case-opened', 'note-added', 'contact-edited', 'linked']);
  });

  test('for a call, which has no conversation, and for no task at all', async () => {
    const call = smsTask({ conversationSid: null, channel: 'voice' });
    const called = await created({ task: call });
    expect(called.links).toMatchObject([{ conversationSid: null, taskSid: call.taskSid, channel: 'voice' }]);
    const walkedIn = await created({ fields: fields({ firstName: 'Ana', lastName: 'Łoś', status: 'closed' }) });
    expect(walkedIn).toMatchObject({ source: 'agent', status: 'closed', contact: { name: 'Ana Łoś', discord: null } });
    expect(walkedIn.closedAt).not.toBeNull();
    expect(walkedIn.subject).toBe('The parcel never came.');
  });

  test('once, however often and however concurrently it is asked', async () => {
    const request = { caseId: randomUUID(), noteId: randomUUID(), task: smsTask() };
    const before = await count('case_management.contacts');
    const results = await Promise.all([create(request), create(request), create(request)]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['already-created', 'already-created', 'created']);
    expect((await count('case_management.contacts')) - before).toBe(1);
    expect(await timeline(request.caseId)).toEqual(['case-opened', 'note-added', 'linked']);
  });

  test('and nothing of it when nobody is named, or when the note is another case’s', async () => {
    const before = await count('case_management.cases');
    expect(await create()).toEqual({ kind: 'contact-missing' });
    const first = await created({ fields: fields({ phone: '+48 600 100 200' }) });
    const noteId = first.notes[0]?.id ?? '';
    expect(await create({ noteId, task: smsTask() })).toEqual({ kind: 'note-id-taken' });
    expect((await count('case_management.cases')) - before).toBe(1);
  });

  test('for a contact who is known: what was left empty takes nothing away', async () => {
    const { address } = smsTask();
    const first = await created({ task: smsTask({ address }), fields: fields({ firstName: 'Zoë', phone: '123' }) });
    const second = await created({ task: smsTask({ address }), fields: fields({ lastName: 'Kowalska' }) });
    expect(second.contact).toMatchObject({
      id: first.contact.id,
      firstName: 'Zoë',
      lastName: 'Kowalska',
      phone: '123',
    });
  });

  test('at the same moment for one new address twice: one contact', async () => {
    const { address } = smsTask();
    const [a, b] = await Promise.all([
      created({ task: smsTask({ address }) }),
      created({ task: smsTask({ address }) }),
    ]);
    expect(a.contact.id).toBe(b.contact.id);
  });

  test('on another topic beside the one that the task has: the task stays with the first', async () => {
    const player = newPlayer();
    const { caseId, conversationSid } = await openByPlayer(player);
    const task = smsTask({ conversationSid, channel: 'discord', address: null });
    const second = await created({ task, player });
    expect(second).toMatchObject({ source: 'discord-dm', links: [], contact: { discord: { userId: player.userId } } });
    expect(await getCase(pool, { conversationSid })).toMatchObject({ case: { id: caseId } });
  });
});

describe('a returning customer’s open case', () => {
  test('is found by player and by address, closed ones are not', async () => {
    const player = newPlayer();
    const { caseId } = await openByPlayer(player);
    const other = await openByPlayer(player);
    await changeCaseStatus(pool, { caseId: other.caseId, status: 'closed', version: 1, actor: kim });
    await openByPlayer(newPlayer());
    const task = smsTask();
    expect((await findTaskCases(pool, { task, player })).items.map(({ id }) => id)).toEqual([caseId]);
    expect((await findTaskCases(pool, { task, player: null })).items).toEqual([]);
    const bySms = await created({ task });
    expect((await findTaskCases(pool, { task: smsTask({ address: task.address }), player: null })).items).toMatchObject(
      [{ id: bySms.id }],
    );
  });

  test('takes the conversation over, and the case that was opened for it closes and says where it goes on', async () => {
    const player = newPlayer();
    const first = await openByPlayer(player);
    const again = await openByPlayer(player);
    const task = smsTask({ conversationSid: again.conversationSid, channel: 'discord', address: null });
    const linked = await linkCase(pool, { caseId: first.caseId, task, actor: kim });
    expect(linked).toMatchObject({ kind: 'linked', case: { id: first.caseId, version: 1 } });
    await linkCase(pool, { caseId: first.caseId, task, actor: kim });
    expect(await getCase(pool, { conversationSid: again.conversationSid })).toMatchObject({
      case: { id: first.caseId },
    });
    expect(await getCase(pool, { caseId: again.caseId })).toMatchObject({
      case: { status: 'closed', links: [], resolution: expect.stringMatching(/^Goes on in case #\d+\.$/) },
    });
    expect(await timeline(first.caseId)).toEqual(['case-opened', 'linked']);
    expect(await timeline(again.caseId)).toEqual(['case-opened', 'unlinked', 'status-changed']);
  });

  test('leaves a case open that somebody has worked on', async () => {
    const player = newPlayer();
    const target = await openByPlayer(player);
    const worked = await openByPlayer(player);
    await changeCaseStatus(pool, { caseId: worked.caseId, status: 'elevated', version: 1, actor: kim });
    const task = smsTask({ conversationSid: worked.conversationSid, channel: 'discord' });
    await linkCase(pool, { caseId: target.caseId, task, actor: kim });
    expect(await getCase(pool, { caseId: worked.caseId })).toMatchObject({ case: { status: 'elevated', links: [] } });
  });
});

describe('links', () => {
  test('are taken away once, and the timeline says so', async () => {
    const task = smsTask();
    const view = await created({ task });
    const { conversationSid, taskSid } = task;
    const unlink = () => unlinkCase(pool, { caseId: view.id, conversationSid, taskSid, actor: kim });
    expect(await unlink()).toMatchObject({ kind: 'unlinked', case: { links: [], conversationSids: [] } });
    expect(await unlink()).toMatchObject({ kind: 'unchanged' });
    expect(await getCase(pool, { taskSid })).toEqual({ kind: 'not-found' });
    expect((await timeline(view.id)).filter((event) => event === 'unlinked')).toHaveLength(1);
    expect(await unlinkCase(pool, { caseId: randomUUID(), conversationSid, taskSid, actor: kim })).toEqual({
      kind: 'not-found',
    });
    expect(await linkCase(pool, { caseId: randomUUID(), task, actor: kim })).toEqual({ kind: 'not-found' });
  });
});

describe('what an agent writes', () => {
  const refusal = (changes: object) => {
    const parsed = newCaseFields.safeParse({ ...fields(), ...changes });
    return parsed.success ? 'taken' : [parsed.error.issues[0]?.path.join('.'), parsed.error.issues[0]?.message];
  };
  test.each([
    [{ note: ' \n ' }, ['note', 'Write what it is about.']],
    [{ note: 'x'.repeat(5_001) }, ['note', 'A note holds at most 5000 characters.']],
    [{ note: 7 }, ['note', 'Write text here.']],
    [{ subject: 'x'.repeat(201) }, ['subject', 'A subject holds at most 200 characters.']],
    [{ email: 'zoe@' }, ['email', 'Give an e-mail address, such as kim@example.com.']],
    [{ phone: 'call me' }, ['phone', 'Give a phone number, such as +48 600 100 200.']],
    [{ tags: ['x'.repeat(41)] }, ['tags.0', 'A tag holds at most 40 characters.']],
    [{ firstName: 'x'.repeat(101) }, ['firstName', 'A first name holds at most 100 characters.']],
    [{ status: 'lost' }, ['status', expect.any(String)]],
    [{ firstName: '‮🎮 عمر' }, 'taken'],
  ])('is refused at its field, or taken as it is (%#)', (changes, expected) => {
    expect(refusal(changes)).toEqual(expected);
  });
});
