import { randomUUID } from 'node:crypto';
import { type Actor, messagePlayerRequest } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { createCase, getCase, openCase, readOutreach, requestOutreach, settleOutreach } from '../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };
const workerSid = `WK${'1'.repeat(32)}`;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'outreach-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function newCase(): Promise<string> {
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
      conversationSid: `CH${randomUUID().replaceAll('-', '')}`,
      subject: 'password',
      source: 'discord-dm',
      actor: { kind: 'player', id: '300000000000000001', name: 'Wumpus' },
    }),
  );
  return caseId;
}
const ask = (caseId: string, outreachId: string = randomUUID()) =>
  requestOutreach(pool, { caseId, outreachId, text: 'Hello', actor: kim, workerSid });
const jobs = async (outreachId: string) =>
  (await pool.query('select 1 from graphile_worker.jobs where key = $1', [`outreach:${outreachId}`])).rowCount;

describe('an agent writes first', () => {
  test('once per id, with a job and a line in the history, however often it is asked', async () => {
    const caseId = await newCase();
    const id = randomUUID();
    const results = await Promise.all([ask(caseId, id), ask(caseId, id), ask(caseId, id)]);
    const outreach = { id, state: 'sending', failure: null, conversationSid: null };
    expect(results).toEqual(Array.from({ length: 3 }, () => ({ kind: 'requested', outreach })));
    expect(await jobs(id)).toBe(1);
    const { rowCount } = await pool.query(
      `select 1 from case_management.case_timeline where case_id = $1 and event = 'player-messaged'`,
      [caseId],
    );
    expect(rowCount).toBe(1);
    expect(await readOutreach(pool, id)).toMatchObject({ text: 'Hello', workerSid, player: { username: 'wumpus' } });
  });

  test('not for a case that is not there, nor to a contact without Discord', async () => {
    expect(await ask(randomUUID())).toEqual({ kind: 'not-found' });
    const created = await createCase(pool, {
      caseId: randomUUID(),
      noteId: randomUUID(),
      task: null,
      player: null,
      fields: {
        subject: '',
        note: 'x',
        status: 'open',
        tags: [],
        firstName: 'Ana',
        lastName: null,
        email: null,
        phone: null,
      },
      actor: kim,
    });
    expect(await ask('case' in created ? created.case.id : '')).toEqual({ kind: 'no-player' });
  });

  test('keeps the text until it is sent, then keeps the conversation with the case; what is over stays as it is', async () => {
    const caseId = await newCase();
    const id = randomUUID();
    await ask(caseId, id);
    await settleOutreach(pool, id, { kind: 'in-discord', discordMessageId: '1' });
    expect(await readOutreach(pool, id)).toMatchObject({ text: 'Hello', discordMessageId: '1' });
    const conversationSid = `CH${'a'.repeat(32)}`;
    await settleOutreach(pool, id, { kind: 'sent', conversationSid });
    await settleOutreach(pool, id, { kind: 'failed', failure: 'Too late.' });
    expect(await readOutreach(pool, id)).toMatchObject({ text: null, outreach: { state: 'sent', conversationSid } });
    expect(await getCase(pool, { conversationSid })).toMatchObject({ case: { id: caseId } });
    const another = randomUUID();
    await ask(caseId, another);
    await settleOutreach(pool, another, { kind: 'failed', failure: 'Closed.' });
    expect(await readOutreach(pool, another)).toMatchObject({ outreach: { state: 'failed', failure: 'Closed.' } });
    expect(await readOutreach(pool, randomUUID())).toBeUndefined();
  });

  test.each([
    ['', 'Write something first.'],
    [' \n ', 'Write something first.'],
    ['x'.repeat(2_001), 'Discord takes at most 2000 characters in one message.'],
  ])('not with a text that Discord refuses (%#)', (text, message) => {
    const parsed = messagePlayerRequest.safeParse({ caseId: randomUUID(), outreachId: randomUUID(), text });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
