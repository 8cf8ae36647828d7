import { randomBytes, randomUUID } from 'node:crypto';
import { openCase, requestFeature } from '@discord-channel/case-management';
import {
  agentListResponse,
  caseHistoryResponse,
  caseListResponse,
  changeTagResponse,
  contactResponse,
  countCasesResponse,
  customFieldsResponse,
  exportCasesResponse,
  featureRequestListResponse,
  findCasesResponse,
  findContactsResponse,
  labelsResponse,
  panelError,
  panelResponse,
  tagsResponse,
} from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { startConversation } from '@discord-channel/virtual-agent';
import { handler as addCaseNote } from '../src/functions/flex/add-case-note';
import { handler as changeCaseStatus } from '../src/functions/flex/change-case-status';
import { handler as changeTag } from '../src/functions/flex/change-tag';
import { handler as countCases } from '../src/functions/flex/count-cases';
import { handler as createCase } from '../src/functions/flex/create-case';
import { handler as deleteCustomField } from '../src/functions/flex/delete-custom-field';
import { handler as editCase } from '../src/functions/flex/edit-case';
import { handler as editContact } from '../src/functions/flex/edit-contact';
import { handler as exportCases } from '../src/functions/flex/export-cases';
import { handler as findAgents } from '../src/functions/flex/find-agents';
import { handler as findCases } from '../src/functions/flex/find-cases';
import { handler as findContacts } from '../src/functions/flex/find-contacts';
import { handler as findCustomFields } from '../src/functions/flex/find-custom-fields';
import { handler as findFeatureRequests } from '../src/functions/flex/find-feature-requests';
import { handler as findLabels } from '../src/functions/flex/find-labels';
import { handler as findTags } from '../src/functions/flex/find-tags';
import { handler as findTaskCases } from '../src/functions/flex/find-task-cases';
import { handler as getCase } from '../src/functions/flex/get-case';
import { handler as getCaseHistory } from '../src/functions/flex/get-case-history';
import { handler as getContact } from '../src/functions/flex/get-contact';
import { handler as linkCase } from '../src/functions/flex/link-case';
import { handler as saveContact } from '../src/functions/flex/save-contact';
import { handler as saveCustomField } from '../src/functions/flex/save-custom-field';
import { handler as unlinkCase } from '../src/functions/flex/unlink-case';
import { handler as onMessage } from '../src/functions/studio/on-message.protected';
import { handler as openCaseFunction } from '../src/functions/studio/open-case.protected';
import type { TwilioFunction } from '../src/runtime/twilio-runtime';
import { callFunction } from './call-function';
import { createFunctionsRole, type FunctionsRole } from './create-functions-role';

// Twilio's own service stands behind it; everything else is real.
jest.mock('twilio-flex-token-validator', () => ({
  validator: async (token: string) => {
    if (token !== 'good-token' && token !== 'lead-token') throw 'Token is not valid';
    const roles = token === 'lead-token' ? ['supervisor'] : ['agent'];
    return { valid: true, identity: 'kim_40example_2Ecom', realm_user_id: 'kim@example.com', roles };
  },
}));

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
let database: TestDatabase;
let pool: Pool;
let role: FunctionsRole;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 1,
    applicationName: 'functions-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
  role = await createFunctionsRole(pool, database.connectionString);
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
  const opened = await inTransaction(pool, (transaction) =>
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
      conversationSid,
      subject: 'password',
      source: 'discord-dm',
      actor: { kind: 'player', id: '300000000000000001', name: 'Wumpus' },
    }),
  );
  return { conversationSid, ...opened };
}

const panel = (handler: TwilioFunction, request: object, token = 'good-token') =>
  callFunction(handler, { Token: token, Payload: JSON.stringify(request) }, variables);

describe('the panel’s API', () => {
  test('finds a case by its id and by its conversation', async () => {
    const { caseId, conversationSid, caseNumber } = await newCase();
    for (const reference of [{ caseId }, { conversationSid }]) {
      const { status, body } = await panel(getCase, reference);
      expect(status).toBe(200);
      expect(panelResponse.parse(body).case.number).toBe(caseNumber);
    }
  });

  test('opens a case for the player of a task’s conversation, whatever the task says, and finds it again', async () => {
    const conversationSid = sid('CH');
    const origin = {
      applicationId: '100000000000000001',
      guildId: null,
      guildName: null,
      dmChannelId: '400000000000000002',
      userId: '300000000000000002',
      username: 'nelly',
      displayName: 'Nelly',
      avatarUrl: null,
      locale: null,
    };
    await startConversation(pool, { conversationSid, participantSid: sid('MB'), origin });
    const task = { taskSid: sid('WT'), conversationSid, channel: 'discord', address: '+1555', name: 'Not Nelly' };
    const fields = { subject: '', note: 'Lost', status: 'open', tags: [] };
    const known = { firstName: '', lastName: '', email: '', phone: '' };
    const request = { caseId: randomUUID(), noteId: randomUUID(), task, fields: { ...fields, ...known } };
    const { status, body } = await panel(createCase, request);
    expect([status, panelResponse.parse(body).case.contact]).toMatchObject([
      200,
      { discord: { userId: origin.userId } },
    ]);
    const found = caseListResponse.parse((await panel(findTaskCases, { task })).body);
    expect(found.items.map(({ id }) => id)).toEqual([request.caseId]);
    const { caseId } = await newCase();
    expect(panelResponse.parse((await panel(linkCase, { caseId, task })).body).case.links).toHaveLength(2);
    const gone = await panel(unlinkCase, { caseId, conversationSid, taskSid: task.taskSid });
    expect(panelResponse.parse(gone.body).case.links).toHaveLength(1);
    for (const call of [linkCase, unlinkCase]) {
      const unknown = { caseId: randomUUID(), task, conversationSid, taskSid: task.taskSid };
      expect((await panel(call, unknown)).status).toBe(404);
    }
    const nobody = { ...request, caseId: randomUUID(), noteId: randomUUID(), task: null };
    expect(panelError.parse((await panel(createCase, nobody)).body).error).toMatchObject({ field: 'fields.firstName' });
  });

  test('takes the reason together with the status, or neither', async () => {
    const { caseId } = await newCase();
    const change = { caseId, status: 'closed', version: 1 };
    const refused = await panel(changeCaseStatus, { ...change, reason: 'x'.repeat(1_001) });
    expect([refused.status, panelError.parse(refused.body).error.field]).toEqual([400, 'reason']);
    for (let tries = 0; tries < 2; tries += 1) {
      const { body } = await panel(changeCaseStatus, { ...change, reason: 'Sent a link' });
      expect(panelResponse.parse(body).case).toMatchObject({ status: 'closed', resolution: 'Sent a link', version: 2 });
    }
    const { body } = await panel(changeCaseStatus, { ...change, status: 'open', version: 2, reason: 'Sent a link' });
    expect(panelResponse.parse(body).case).toMatchObject({ status: 'open', resolution: null, elevationReason: null });
  });

  test('finds cases by their number and ideas by their words', async () => {
    const { caseNumber } = await newCase();
    const cases = await panel(findCases, { search: `#${caseNumber}` });
    expect(findCasesResponse.parse(cases.body).items).toMatchObject([{ number: caseNumber, playerName: 'Wumpus' }]);
    await inTransaction(pool, (transaction) =>
      requestFeature(transaction, {
        origin: {
          applicationId: '100000000000000001',
          guildId: null,
          guildName: null,
          userId: '300000000000000001',
          username: 'wumpus',
          displayName: 'Wumpus',
          avatarUrl: null,
          locale: null,
        },
        interactionId: '1573511247096184832',
        title: 'Photo mode',
        description: 'With filters',
      }),
    );
    const ideas = await panel(findFeatureRequests, { search: 'filters' });
    expect(featureRequestListResponse.parse(ideas.body).items).toMatchObject([{ title: 'Photo mode' }]);
  });

  test('counts cases by their status, and does not go on from a page that is none', async () => {
    await newCase();
    const counts = countCasesResponse.parse((await panel(countCases, {})).body);
    expect(counts.all).toBe(counts.open + counts.elevated + counts.closed);
    expect(counts.open).toBeGreaterThan(0);
    const none = countCasesResponse.parse((await panel(countCases, { to: '2020-01-01T00:00:00.000Z' })).body);
    expect(none).toEqual({ all: 0, open: 0, elevated: 0, closed: 0 });
    expect(await panel(findCases, { cursor: 'nonsense' })).toMatchObject({
      status: 400,
      body: { error: { field: 'cursor', message: expect.stringContaining('Search anew') } },
    });
  });

  test('lists contacts with their labels, and does not go on from a page that is none', async () => {
    const { caseId } = await newCase();
    const changes = { lastName: 'Larkspur', labels: ['listed'] };
    await panel(editContact, { caseId, version: 1, changes });
    const { items } = findContactsResponse.parse((await panel(findContacts, { labels: ['listed'] })).body);
    expect(items).toMatchObject([{ ...changes, newestCaseId: caseId, cases: { closed: 0 } }]);
    expect(labelsResponse.parse((await panel(findLabels, {})).body).labels).toEqual([{ name: 'listed', contacts: 1 }]);
    expect(await panel(findContacts, { cursor: 'x' })).toMatchObject({
      status: 400,
      body: { error: { field: 'cursor' } },
    });
    expect(await panel(findContacts, { sort: { by: 'id', direction: 'ascending' } })).toMatchObject({ status: 400 });
    expect(await panel(findContacts, {}, 'forged-token')).toMatchObject({ status: 401 });
  });

  test('gives the table of cases to supervisors alone, and says when it cannot be gone on with', async () => {
    const { caseId } = await newCase();
    expect(await panel(exportCases, {})).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
    expect(await panel(exportCases, {}, 'forged-token')).toMatchObject({ status: 401 });
    const { items } = exportCasesResponse.parse((await panel(exportCases, {}, 'lead-token')).body);
    expect(items).toContainEqual(expect.objectContaining({ id: caseId, priority: 'normal', username: 'wumpus' }));
    expect(await panel(exportCases, { cursor: 'x' }, 'lead-token')).toMatchObject({
      status: 400,
      body: { error: { field: 'cursor' } },
    });
  });

  test('lets supervisors define fields and tags, and tells agents whom to ask', async () => {
    const field = {
      id: randomUUID(),
      version: null,
      subject: 'case',
      kind: 'dropdown',
      name: 'Level',
      options: ['Low'],
    };
    const reserved = [
      [saveCustomField, field],
      [deleteCustomField, { id: field.id }],
      [changeTag, { change: 'offer', name: 'vip' }],
    ] as const;
    for (const [handler, request] of reserved) {
      expect(await panel(handler, request)).toMatchObject({
        status: 403,
        body: { error: { code: 'forbidden', message: expect.stringContaining('supervisors and administrators') } },
      });
    }
    expect(customFieldsResponse.parse((await panel(findCustomFields, {})).body).fields).toEqual([]);

    for (const [wrong, where] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'x'.repeat(61) }, 'name'],
      [{ options: [] }, 'options'],
      [{ kind: 'number' }, 'kind'],
    ] as const) {
      expect(await panel(saveCustomField, { ...field, ...wrong }, 'lead-token')).toMatchObject({
        status: 400,
        body: { error: { field: where } },
      });
    }
    const saved = await panel(saveCustomField, field, 'lead-token');
    expect(customFieldsResponse.parse(saved.body).fields).toMatchObject([{ name: 'Level' }]);
    const { caseId } = await newCase();
    const hold = (value: string) =>
      panel(editCase, { caseId, version: 1, changes: { customValues: { [field.id]: value } } });
    expect(await hold('High')).toMatchObject({
      status: 400,
      body: { error: { field: `changes.customValues.${field.id}`, message: expect.stringContaining('options') } },
    });
    expect(panelResponse.parse((await hold('Low')).body).case.customValues).toEqual({ [field.id]: 'Low' });
    await panel(deleteCustomField, { id: field.id }, 'lead-token');
    expect(panelResponse.parse((await panel(getCase, { caseId })).body).case.customValues).toEqual({
      [field.id]: 'Low',
    });
    const offered = await panel(changeTag, { change: 'offer', name: 'vip' }, 'lead-token');
    expect(changeTagResponse.parse(offered.body)).toMatchObject({ remaining: 0 });
    expect(tagsResponse.parse((await panel(findTags, {})).body).tags).toContainEqual({
      name: 'vip',
      cases: expect.any(Number),
      offered: true,
    });
  });

  test.each([
    ['cases', findCases],
    ['ideas', findFeatureRequests],
  ])('lists %s for nobody without a good token, and only for a search that makes sense', async (_name, handler) => {
    expect(await panel(handler, { search: '' }, 'bad-token')).toMatchObject({ status: 401 });
    expect(await panel(handler, { search: 'x'.repeat(201) })).toMatchObject({ status: 400 });
  });

  test('changes the status under the agent’s name, and shows the case to who came late', async () => {
    const { caseId } = await newCase();
    const changed = await panel(changeCaseStatus, { caseId, status: 'elevated', version: 1 });
    expect(panelResponse.parse(changed.body).case).toMatchObject({ status: 'elevated', version: 2 });
    const late = await panel(changeCaseStatus, { caseId, status: 'closed', version: 1 });
    expect(late.status).toBe(409);
    expect(panelError.parse(late.body).error).toMatchObject({ code: 'stale-version', current: { status: 'elevated' } });
  });

  test('edits a case, gives it to who asks, and names that agent from then on', async () => {
    const { caseId } = await newCase();
    const changes = { subject: ' New\nsubject ', tags: ['vip', 'VIP', 'refund'], category: '', owner: { kind: 'me' } };
    const { body } = await panel(editCase, { caseId, version: 1, changes });
    expect(panelResponse.parse(body).case).toMatchObject({
      subject: 'New subject',
      tags: ['vip', 'refund'],
      category: null,
      owner: { id: 'kim_40example_2Ecom', name: 'kim@example.com' },
      version: 2,
    });
    const agents = await panel(findAgents, {});
    expect(agentListResponse.parse(agents.body).agents).toContainEqual({
      id: 'kim_40example_2Ecom',
      name: 'kim@example.com',
    });
  });

  test.each([
    ['an empty subject', { subject: ' \u0000 ' }, 'changes.subject', 'A case needs a subject.'],
    ['a subject that is too long', { subject: 'x'.repeat(201) }, 'changes.subject', 'at most 200'],
    ['a category that is too long', { category: 'x'.repeat(61) }, 'changes.category', 'at most 60'],
    ['a tag that is too long', { tags: ['x'.repeat(41)] }, 'changes.tags.0', 'at most 40'],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, index) => `${index}`) }, 'changes.tags', 'At most 20'],
    ['tags that are none', { tags: 'vip' }, 'changes.tags', 'list'],
    ['a priority that there is not', { priority: 'huge' }, 'changes.priority', ''],
    ['a day that there is not', { followUpOn: '2027-02-30' }, 'changes.followUpOn', 'Give a day'],
    ['an owner whom nobody knows', { owner: { kind: 'agent', id: 'x' } }, 'changes.owner', 'Choose another'],
    ['a resolution of an open case', { resolution: 'Done' }, 'changes.resolution', 'Close it first'],
    ['a reason for an open case', { elevationReason: 'VIP' }, 'changes.elevationReason', 'Elevate it first'],
    ['a field that there is not', { number: 7 }, 'changes', ''],
  ])('refuses %s at its field, and saves nothing of it', async (_name, changes, field, message) => {
    const { caseId } = await newCase();
    const { status, body } = await panel(editCase, { caseId, version: 1, changes: { category: 'good', ...changes } });
    expect(status).toBe(400);
    const { error } = panelError.parse(body);
    expect(error.field).toBe(field);
    expect(error.message).toContain(message);
    const found = await panel(getCase, { caseId });
    expect(panelResponse.parse(found.body).case).toMatchObject({ version: 1, category: null, subject: 'password' });
  });

  test('shows the case to who edits an older version, and knows no case that is not there', async () => {
    const { caseId } = await newCase();
    await panel(editCase, { caseId, version: 1, changes: { priority: 'high' } });
    const late = await panel(editCase, { caseId, version: 1, changes: { priority: 'low' } });
    expect(late.status).toBe(409);
    expect(panelError.parse(late.body).error).toMatchObject({ code: 'stale-version', current: { priority: 'high' } });
    const unknown = await panel(editCase, { caseId: randomUUID(), version: 1, changes: { priority: 'low' } });
    expect(unknown.status).toBe(404);
  });

  test('edits the contact of a case, and tells it in the history', async () => {
    const { caseId } = await newCase();
    const before = panelResponse.parse((await panel(getCase, { caseId })).body).case.contact;
    const changes = { firstName: ' Zoë ', email: '', labels: ['vip'] };
    const { body } = await panel(editContact, { caseId, version: before.version, changes });
    expect(panelResponse.parse(body).case.contact).toMatchObject({ firstName: 'Zoë', email: null, labels: ['vip'] });
    const history = await panel(getCaseHistory, { caseId });
    expect(caseHistoryResponse.parse(history.body).timeline[0]).toMatchObject({ event: 'contact-edited' });
    const late = await panel(editContact, { caseId, version: before.version, changes: { firstName: 'Late' } });
    expect(late.status).toBe(409);
    expect((await panel(getCaseHistory, { caseId: randomUUID() })).status).toBe(404);
  });

  test.each([
    ['an address that is none', { email: 'zoe@' }, 'changes.email', 'Give an e-mail address'],
    ['a phone number that is none', { phone: '<script>' }, 'changes.phone', 'Give a phone number'],
    ['a name that is too long', { lastName: 'x'.repeat(101) }, 'changes.lastName', 'at most 100'],
    ['a label that is empty', { labels: [' '] }, 'changes.labels.0', 'cannot be empty'],
    ['notes of a wrong type', { notes: 7 }, 'changes.notes', 'Write text'],
  ])('refuses a contact with %s, at its field', async (_name, changes, field, message) => {
    const { caseId } = await newCase();
    for (const answer of [
      await panel(editContact, { caseId, version: 1, changes }),
      await panel(saveContact, { contactId: await ideasOf('300000000000000071'), version: 1, changes }),
    ]) {
      expect(answer.status).toBe(400);
      expect(panelError.parse(answer.body).error).toMatchObject({ field, message: expect.stringContaining(message) });
    }
  });

  /** The contact of a player who shared an idea, and has no case. */
  async function ideasOf(userId: string): Promise<string> {
    const player = { userId, username: 'nelly', displayName: 'Nelly', avatarUrl: null, locale: null };
    const origin = { applicationId: '100000000000000001', guildId: null, guildName: null, ...player };
    const idea = { origin, interactionId: userId, title: 'Ponds', description: 'With ducks' };
    await inTransaction(pool, (transaction) => requestFeature(transaction, idea));
    const { rows } = await pool.query('select id from case_management.contacts where discord_user_id = $1', [userId]);
    return rows[0].id;
  }

  test('shows and saves a contact without a case; who comes too late sees it as it is', async () => {
    const contactId = await ideasOf('300000000000000072');
    const { contact } = contactResponse.parse((await panel(getContact, { contactId })).body);
    expect(contact).toMatchObject({ version: 1, name: 'Nelly', firstName: null });
    const changes = { firstName: ' Nelly ', labels: ['ideas'], notes: `'); drop table contacts;--` };
    const saved = await panel(saveContact, { contactId, version: 1, changes });
    expect(contactResponse.parse(saved.body).contact).toMatchObject({ version: 2, ...changes, firstName: 'Nelly' });
    const late = await panel(saveContact, { contactId, version: 1, changes: { firstName: 'Late' } });
    expect(late.status).toBe(409);
    expect(panelError.parse(late.body).error).toMatchObject({
      code: 'stale-version',
      currentContact: { version: 2, firstName: 'Nelly' },
    });
    for (const handler of [getContact, saveContact]) {
      const unknown = await panel(handler, { contactId: randomUUID(), version: 1, changes: { firstName: 'x' } });
      expect(unknown.status).toBe(404);
      expect(panelError.parse(unknown.body).error.code).toBe('contact-not-found');
      expect((await panel(handler, { contactId: 'no-uuid', version: 1, changes: {} })).status).toBe(400);
    }
  });

  test('adds a note once, however often it is sent', async () => {
    const { caseId } = await newCase();
    const note = { caseId, noteId: randomUUID(), text: ' Sent the link. ' };
    await panel(addCaseNote, note);
    const { body } = await panel(addCaseNote, note);
    expect(panelResponse.parse(body).case.notes).toMatchObject([
      { id: note.noteId, text: 'Sent the link.', author: { kind: 'agent', name: 'kim@example.com' } },
    ]);
  });

  test('names the field that is wrong', async () => {
    const { caseId } = await newCase();
    const { status, body } = await panel(addCaseNote, { caseId, noteId: randomUUID(), text: '  ' });
    expect(status).toBe(400);
    expect(panelError.parse(body).error).toMatchObject({ field: 'text', message: 'Write something first.' });
  });

  test('refuses a bad token and an unknown case', async () => {
    expect((await panel(getCase, { caseId: randomUUID() }, 'bad')).status).toBe(401);
    expect((await panel(getCase, { caseId: randomUUID() })).status).toBe(404);
  });
});

describe('the Functions of the Studio flow', () => {
  test('leave a conversation alone that nobody knows', async () => {
    const conversationSid = sid('CH');
    expect(await callFunction(onMessage, { conversationSid }, variables)).toMatchObject({
      status: 200,
      body: { outcome: 'ignored' },
    });
    expect((await callFunction(openCaseFunction, { conversationSid }, variables)).status).toBe(409);
  });

  test('fail when a variable is missing, and work when it is there', async () => {
    const conversationSid = sid('CH');
    let freshHandler: TwilioFunction = onMessage;
    jest.isolateModules(() => {
      freshHandler = jest.requireActual<{ handler: TwilioFunction }>(
        '../src/functions/studio/on-message.protected',
      ).handler;
    });
    const { TWILIO_WORKFLOW_SID, ...others } = variables;
    expect(TWILIO_WORKFLOW_SID).toBeDefined();
    expect((await callFunction(freshHandler, { conversationSid }, others)).status).toBe(500);
    expect((await callFunction(freshHandler, { conversationSid }, variables)).status).toBe(200);
  });

  test('refuse a database of another version', async () => {
    const other = await createTestDatabase();
    const client = openPool({
      connectionString: other.connectionString,
      max: 1,
      applicationName: 'functions-test',
      onBrokenConnection: () => {},
    });
    await client.query("insert into virtual_agent.migrations (name, run_on) values ('9999_from_the_future', now())");
    await client.end();
    let freshHandler: TwilioFunction = onMessage;
    jest.isolateModules(() => {
      freshHandler = jest.requireActual<{ handler: TwilioFunction }>(
        '../src/functions/studio/on-message.protected',
      ).handler;
    });
    const ahead = { ...variables, DATABASE_URL: other.connectionString };
    expect((await callFunction(freshHandler, { conversationSid: sid('CH') }, ahead)).status).toBe(500);
    await other.drop();
  });
});
