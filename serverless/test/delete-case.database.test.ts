import { randomBytes, randomUUID } from 'node:crypto';
import { openCase } from '@discord-channel/case-management';
import { deleteCaseResponse, panelError } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { handler as addCaseNote } from '../src/functions/flex/add-case-note';
import { handler as changeCaseStatus } from '../src/functions/flex/change-case-status';
import { handler as deleteCase } from '../src/functions/flex/delete-case';
import { handler as getCase } from '../src/functions/flex/get-case';
import { handler as getCaseHistory } from '../src/functions/flex/get-case-history';
import { handler as linkCase } from '../src/functions/flex/link-case';
import { handler as unlinkCase } from '../src/functions/flex/unlink-case';
import type { TwilioFunction } from '../src/runtime/twilio-runtime';
import { callFunction } from './call-function';
import { createFunctionsRole, type FunctionsRole } from './create-functions-role';

// Twilio's own service stands behind it; everything else is real.
jest.mock('twilio-flex-token-validator', () => ({
  validator: async (token: string) => ({
    valid: true,
    identity: `${token}_40example_2Ecom`,
    realm_user_id: `${token}@example.com`,
    roles: [token],
  }),
}));

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
let database: TestDatabase;
let pool: Pool;
let role: FunctionsRole;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const onBrokenConnection = (error: Error) => {
    throw error;
  };
  const { connectionString } = database;
  pool = openPool({ connectionString, max: 1, applicationName: 'delete-case-test', onBrokenConnection });
  role = await createFunctionsRole(pool, connectionString);
  variables = {
    ACCOUNT_SID: sid('AC'),
    AUTH_TOKEN: 'secret',
    DATABASE_URL: role.connectionString,
    TWILIO_STUDIO_FLOW_SID: sid('FW'),
    TWILIO_WORKSPACE_SID: sid('WS'),
    TWILIO_WORKFLOW_SID: sid('WW'),
  };
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => {});
});
afterAll(async () => {
  await role.drop();
  await pool.end();
  // Ends the Functions' own connections too.
  await database.drop();
});

async function newCase() {
  const conversationSid = sid('CH');
  const origin = {
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
  const actor = { kind: 'player' as const, id: origin.userId, name: origin.displayName };
  const request = { origin, conversationSid, subject: 'password', source: 'discord-dm' as const, actor };
  return { conversationSid, ...(await inTransaction(pool, (transaction) => openCase(transaction, request))) };
}

const call = (handler: TwilioFunction, request: object, as: 'agent' | 'supervisor' | 'admin' = 'agent') =>
  callFunction(handler, { Token: as, Payload: JSON.stringify(request) }, variables);

test('an agent may not delete a case, and it stays', async () => {
  const { caseId } = await newCase();
  const { status, body } = await call(deleteCase, { caseId, version: 1, notes: 0 });
  expect(status).toBe(403);
  expect(panelError.parse(body).error).toMatchObject({
    code: 'forbidden',
    message: expect.stringMatching(/Only supervisors and administrators.*nothing was changed/),
  });
  expect((await call(getCase, { caseId })).status).toBe(200);
});

test.each(['supervisor', 'admin'] as const)(
  'a %s deletes a case with the rights that the admin guide gives',
  async (as) => {
    const { caseId, caseNumber } = await newCase();
    for (const _again of [1, 2]) {
      const { status, body } = await call(deleteCase, { caseId, version: 1, notes: 0 }, as);
      expect(status).toBe(200);
      expect(deleteCaseResponse.parse(body).deleted).toMatchObject({
        id: caseId,
        number: caseNumber,
        deletedBy: `${as}@example.com`,
      });
    }
  },
);

test('one that somebody changed meanwhile is shown as it is, and not deleted', async () => {
  const { caseId } = await newCase();
  await call(changeCaseStatus, { caseId, status: 'elevated', version: 1 });
  const { status, body } = await call(deleteCase, { caseId, version: 1, notes: 0 }, 'supervisor');
  expect(status).toBe(409);
  expect(panelError.parse(body).error).toMatchObject({
    code: 'stale-version',
    message: expect.stringContaining('Somebody changed this case'),
    current: { status: 'elevated', version: 2 },
  });
});

test('whoever is still at a deleted case is told who deleted it', async () => {
  const { caseId, caseNumber, conversationSid } = await newCase();
  const kept = { conversationSid, taskSid: null, channel: 'discord', address: null, name: null };
  await call(deleteCase, { caseId, version: 1, notes: 0 }, 'supervisor');
  for (const [handler, request] of [
    [getCase, { caseId }],
    [getCase, { conversationSid }],
    [getCaseHistory, { caseId }],
    [changeCaseStatus, { caseId, status: 'closed', version: 1 }],
    [addCaseNote, { caseId, noteId: randomUUID(), text: 'Too late' }],
    [linkCase, { caseId, task: { ...kept, taskSid: sid('WT') } }],
  ] as const) {
    const { status, body } = await call(handler, request);
    expect(status).toBe(410);
    const { error } = panelError.parse(body);
    expect(error.code).toBe('case-deleted');
    expect(error.message).toMatch(
      new RegExp(`^supervisor@example.com deleted case #${caseNumber} on \\d{4}-\\d\\d-\\d\\d,`),
    );
  }
  expect((await call(getCase, { caseId: randomUUID() })).status).toBe(404);
});

test('a conversation is taken away from a case with the rights that the admin guide gives', async () => {
  const { caseId, conversationSid } = await newCase();
  expect((await call(unlinkCase, { caseId, conversationSid, taskSid: null })).status).toBe(200);
});

test.each([
  {},
  { caseId: 'no-uuid', version: 1, notes: 0 },
  { caseId: randomUUID(), notes: 0 },
  { caseId: randomUUID(), version: 1 },
])('a request like %j is refused', async (request) => {
  expect((await call(deleteCase, request, 'admin')).status).toBe(400);
});

test('a case that never was cannot be deleted', async () => {
  expect((await call(deleteCase, { caseId: randomUUID(), version: 1, notes: 0 }, 'admin')).status).toBe(404);
});
