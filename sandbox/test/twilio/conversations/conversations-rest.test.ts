import { takeUnhandled } from '../../watched-emulators';
import { createConversation, type RunningConversations, refusalOf, startConversations } from './start-conversations';

describe('conversations by REST', () => {
  let twilio: RunningConversations;
  beforeAll(async () => {
    twilio = await startConversations();
  });
  afterAll(() => twilio.close());
  beforeEach(() => {
    twilio.conversations.port.reset();
  });
  const api = () => twilio.client().conversations.v1;

  test('a conversation is found by its SID and by its UniqueName', async () => {
    const created = await api().conversations.create({
      friendlyName: 'Wumpus',
      uniqueName: 'discord_1-2',
      attributes: '{"channelType":"discord"}',
      state: 'active',
      'timers.closed': 'PT24H',
    } as Parameters<ReturnType<typeof api>['conversations']['create']>[0]);
    expect(created.sid).toMatch(/^CH[0-9a-f]{32}$/);
    for (const key of [created.sid, 'discord_1-2']) {
      const found = await api().conversations(key).fetch();
      expect(found).toMatchObject({
        sid: created.sid,
        uniqueName: 'discord_1-2',
        friendlyName: 'Wumpus',
        attributes: '{"channelType":"discord"}',
        state: 'active',
        timers: { closed: 'PT24H' },
      });
    }
  });

  test('a taken UniqueName is refused with 50353', async () => {
    await api().conversations.create({ uniqueName: 'taken' });
    expect(await refusalOf(api().conversations.create({ uniqueName: 'taken' }))).toMatchObject({
      status: 409,
      code: 50353,
    });
  });

  test('the UniqueName of a closed conversation stays taken', async () => {
    const first = await createConversation(twilio.client(), { uniqueName: 'once' });
    await first.update({ state: 'closed' });
    expect(await refusalOf(api().conversations.create({ uniqueName: 'once' }))).toMatchObject({ code: 50353 });
  });

  test('where Twilio lets the UniqueName of a closed conversation go, it names the new one', async () => {
    const other = await startConversations({ behaviour: { uniqueNameReusableAfterClose: true } });
    try {
      const { conversations } = other.client().conversations.v1;
      const first = await createConversation(other.client(), { uniqueName: 'twice' });
      await first.update({ state: 'closed' });
      const second = await conversations.create({ uniqueName: 'twice' });
      expect((await conversations('twice').fetch()).sid).toBe(second.sid);
    } finally {
      await other.close();
    }
  });

  test.each(['has space', 'dots.too', 'slash/ed', 'ünïcode'])('the UniqueName "%s" is refused', async (uniqueName) => {
    expect(await refusalOf(api().conversations.create({ uniqueName }))).toMatchObject({ status: 400, code: 20001 });
  });

  test('timers without a state are refused with 50382', async () => {
    const call = api().conversations.create({ 'timers.closed': 'PT24H' } as never);
    expect(await refusalOf(call)).toMatchObject({ status: 400, code: 50382 });
  });

  test.each([{ 'timers.closed': 'PT9M' }, { 'timers.inactive': 'PT30S' }, { 'timers.closed': 'tomorrow' }])(
    'the timer %p is refused',
    async (timers) => {
      const call = api().conversations.create({ state: 'active', ...timers } as never);
      expect(await refusalOf(call)).toMatchObject({ code: 20001 });
    },
  );

  test('attributes that are not JSON are refused with 50304, and more than 16 KB are refused', async () => {
    expect(await refusalOf(api().conversations.create({ attributes: '{' }))).toMatchObject({ code: 50304 });
    const fits = JSON.stringify({ text: 'x'.repeat(16 * 1024 - 11) });
    await api().conversations.create({ attributes: fits });
    const tooLarge = JSON.stringify({ text: 'x'.repeat(16 * 1024 - 10) });
    expect(await refusalOf(api().conversations.create({ attributes: tooLarge }))).toMatchObject({ code: 20001 });
  });

  test('an update replaces the attributes', async () => {
    const conversation = await createConversation(twilio.client(), { attributes: '{"a":1,"b":2}' });
    await conversation.update({ attributes: '{"c":3}' });
    expect((await conversation.fetch()).attributes).toBe('{"c":3}');
  });

  test('a closed conversation is read-only: 50377 for messages, participants, webhooks and another state', async () => {
    const conversation = await createConversation(twilio.client());
    const message = await conversation.messages.create({ body: 'before' });
    await conversation.update({ state: 'closed' });
    const calls = [
      conversation.messages.create({ body: 'after' }),
      conversation.messages(message.sid).update({ attributes: '{}' }),
      conversation.participants.create({ identity: 'discord_1' }),
      conversation.webhooks.create({ target: 'studio', 'configuration.flowSid': `FW${'0'.repeat(32)}` } as never),
      conversation.update({ state: 'active' }),
    ];
    for (const call of calls) expect(await refusalOf(call)).toMatchObject({ code: 50377 });
    await conversation.update({ state: 'closed' });
    expect((await conversation.messages.list()).map(({ body }) => body)).toEqual(['before']);
  });

  test('a message wakes an inactive conversation', async () => {
    const conversation = await createConversation(twilio.client());
    await conversation.update({ state: 'inactive' });
    await conversation.messages.create({ body: 'hello' });
    expect((await conversation.fetch()).state).toBe('active');
  });

  test('a conversation that is initializing cannot be used: 50386', async () => {
    const conversation = await createConversation(twilio.client());
    const { sid } = await conversation.fetch();
    twilio.conversations.port.changeState(sid, 'initializing', 'API');
    expect(await refusalOf(conversation.messages.create({ body: 'hello' }))).toMatchObject({ code: 50386 });
  });

  test('what is not there is 20404', async () => {
    expect(await refusalOf(api().conversations('CHnothing').fetch())).toMatchObject({ status: 404, code: 20404 });
  });

  test('wrong credentials are refused with 20003, whatever is asked', async () => {
    const stranger = twilio.client('wrong').conversations.v1;
    expect(await refusalOf(stranger.conversations.create({}))).toMatchObject({ status: 401, code: 20003 });
    expect(await refusalOf(stranger.roles('RL1').fetch())).toMatchObject({ status: 401, code: 20003 });
  });

  test('a route that is not emulated answers 404 and is remembered', async () => {
    expect(await refusalOf(api().roles('RL1').fetch())).toMatchObject({ status: 404, code: 20404 });
    expect(takeUnhandled()).toEqual([
      { method: 'GET', target: 'conversations.twilio.com/v1/Roles/RL1', reason: 'unknown-route' },
    ]);
  });

  test('a field that is not emulated answers 400 and is remembered', async () => {
    const call = api().conversations.create({ messagingServiceSid: `MG${'0'.repeat(32)}` });
    expect(await refusalOf(call)).toMatchObject({ status: 400, code: 20001 });
    expect(takeUnhandled()).toMatchObject([{ reason: 'unknown-field', detail: 'MessagingServiceSid' }]);
  });

  test('an error is told as Twilio tells it', async () => {
    const response = await fetch(`${twilio.origin}/__twilio/conversations.twilio.com/v1/Conversations/CH1`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    });
  });
});
