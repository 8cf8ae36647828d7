import twilioPackage from 'twilio';
import type { ConversationContext } from 'twilio/lib/rest/conversations/v1/conversation';
import type { StudioTrigger } from '../../../src/twilio/ports';
import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';
import { takeUnhandled } from '../../watched-emulators';
import {
  authToken,
  createConversation,
  type RunningConversations,
  refusalOf,
  startConversations,
  startReceiver,
  type WebhookReceiver,
} from './start-conversations';

const withWebhooks = { xTwilioWebhookEnabled: 'true' } as const;
const allEvents = [
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onParticipantAdded',
  'onParticipantRemoved',
  'onConversationStateUpdated',
];

describe('webhooks scoped to a conversation', () => {
  let twilio: RunningConversations;
  let receiver: WebhookReceiver;
  const clock = createHandClock();
  const triggers: StudioTrigger[] = [];

  beforeAll(async () => {
    twilio = await startConversations({ clock });
    twilio.conversations.port.onStudioTrigger((trigger) => triggers.push(trigger));
  });
  afterAll(() => twilio.close());
  beforeEach(async () => {
    twilio.conversations.port.reset();
    twilio.conversations.faults.setWebhooks({});
    triggers.length = 0;
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  async function listenedConversation(filters = allEvents): Promise<ConversationContext> {
    const conversation = await createConversation(twilio.client());
    await addWebhook(conversation, filters);
    return conversation;
  }
  const addWebhook = (conversation: ConversationContext, filters: string[], url = `${receiver.url}/hook`) =>
    conversation.webhooks.create({
      target: 'webhook',
      'configuration.url': url,
      'configuration.method': 'post',
      'configuration.filters': filters,
    });
  const addStudio = (conversation: ConversationContext, replayAfter?: number) =>
    conversation.webhooks.create({
      target: 'studio',
      'configuration.flowSid': world.twilio.studioFlowSid,
      'configuration.replayAfter': replayAfter,
    });

  test('a REST call without the webhook header fires nothing', async () => {
    const conversation = await listenedConversation();
    const silent = await conversation.messages.create({ author: 'discord_1', body: 'silent' });
    await conversation.messages(silent.sid).update({ attributes: '{"a":1}' });
    await conversation.messages.create({ body: 'not either', xTwilioWebhookEnabled: 'false' });
    await conversation.messages.create({ author: 'discord_1', body: 'heard', ...withWebhooks });
    expect((await receiver.received(1)).map(({ fields }) => fields.Body)).toEqual(['heard']);
  });

  test('a new message is told with every documented field, and signed', async () => {
    const conversation = await listenedConversation();
    const participant = await conversation.participants.create({ identity: 'discord_1' });
    const message = await conversation.messages.create({
      author: 'discord_1',
      body: 'héllo & 你好',
      attributes: '{"origin":"player"}',
      ...withWebhooks,
    });
    const [post] = await receiver.received(1);
    expect(post?.headers['content-type']).toMatch('application/x-www-form-urlencoded');
    expect(post?.fields).toEqual({
      AccountSid: world.twilio.accountSid,
      ChatServiceSid: world.twilio.chatServiceSid,
      EventType: 'onMessageAdded',
      Source: 'API',
      RetryCount: '0',
      ConversationSid: message.conversationSid,
      MessageSid: message.sid,
      Index: '0',
      DateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      Body: 'héllo & 你好',
      Author: 'discord_1',
      ParticipantSid: participant.sid,
      Attributes: '{"origin":"player"}',
    });
    const signature = String(post?.headers['x-twilio-signature']);
    const signed = (token: string, fields = post?.fields ?? {}) =>
      twilioPackage.validateRequest(token, signature, `${receiver.url}/hook`, fields);
    expect(signed(authToken)).toBe(true);
    expect(signed('another token')).toBe(false);
    expect(signed(authToken, { ...post?.fields, Body: 'forged' })).toBe(false);
  });

  test('updates and removals of messages, participants and states are told', async () => {
    const conversation = await listenedConversation();
    const message = await conversation.messages.create({ body: 'first', ...withWebhooks });
    await conversation.messages(message.sid).update({ body: 'second', ...withWebhooks });
    await conversation.messages(message.sid).remove(withWebhooks);
    const participant = await conversation.participants.create({ identity: 'discord_1', ...withWebhooks });
    await conversation.participants(participant.sid).remove(withWebhooks);
    await conversation.update({ state: 'closed', ...withWebhooks });
    const told = new Map((await receiver.received(6)).map(({ fields }) => [fields.EventType, fields]));
    expect(told.get('onMessageUpdated')).toMatchObject({ Body: 'second', DateUpdated: expect.any(String) });
    expect(told.get('onMessageRemoved')).toMatchObject({ MessageSid: message.sid, DateRemoved: expect.any(String) });
    expect(told.get('onParticipantAdded')).toMatchObject({ Identity: 'discord_1', ParticipantSid: participant.sid });
    expect(told.get('onParticipantRemoved')).toMatchObject({ Identity: 'discord_1', RoleSid: expect.any(String) });
    expect(told.get('onConversationStateUpdated')).toMatchObject({
      StateFrom: 'active',
      StateTo: 'closed',
      Reason: 'API',
    });
  });

  test('what Interactions does to a conversation is told as well', async () => {
    const conversation = await listenedConversation();
    const { sid } = await conversation.fetch();
    twilio.conversations.port.addParticipant(sid, 'kim_40example_2Ecom');
    twilio.conversations.port.changeState(sid, 'closed', 'API');
    const events = (await receiver.received(2)).map(({ fields }) => fields.EventType);
    expect(new Set(events)).toEqual(new Set(['onParticipantAdded', 'onConversationStateUpdated']));
  });

  test('a webhook hears of nothing but what its filters name', async () => {
    const conversation = await listenedConversation(['onMessageRemoved']);
    const message = await conversation.messages.create({ body: 'hi', ...withWebhooks });
    await conversation.messages(message.sid).remove(withWebhooks);
    expect((await receiver.received(1)).map(({ fields }) => fields.EventType)).toEqual(['onMessageRemoved']);
  });

  test('a slow answer holds nothing else up', async () => {
    const conversation = await listenedConversation();
    const release = receiver.hold();
    await conversation.messages.create({ body: 'first', ...withWebhooks });
    await conversation.messages.create({ body: 'second', ...withWebhooks });
    expect(await receiver.received(2)).toHaveLength(2);
    release();
  });

  test('a webhook that cannot be reached is not tried again, and the message stays', async () => {
    const conversation = await createConversation(twilio.client());
    const gone = await startReceiver();
    await gone.close();
    await addWebhook(conversation, allEvents, gone.url);
    await addWebhook(conversation, allEvents);
    await conversation.messages.create({ body: 'hi', ...withWebhooks });
    await receiver.received(1);
    expect(await conversation.messages.list()).toHaveLength(1);
  });

  test('five webhooks fit, the sixth is refused with 50361; removing one makes room', async () => {
    const conversation = await createConversation(twilio.client());
    for (let count = 0; count < 5; count += 1) await addWebhook(conversation, allEvents);
    expect(await refusalOf(addWebhook(conversation, allEvents))).toMatchObject({ status: 400, code: 50361 });
    const [first] = await conversation.webhooks.list();
    await conversation.webhooks(first?.sid ?? '').remove();
    await addStudio(conversation);
    expect((await conversation.webhooks.list()).map(({ target }) => target)).toEqual([
      'webhook',
      'webhook',
      'webhook',
      'webhook',
      'studio',
    ]);
  });

  test('an event that does not exist, an address that is none and a flow that is none are refused', async () => {
    const conversation = await createConversation(twilio.client());
    expect(await refusalOf(addWebhook(conversation, ['onMessageSent']))).toMatchObject({ code: 20001 });
    expect(await refusalOf(addWebhook(conversation, allEvents, 'ftp://x'))).toMatchObject({ code: 20001 });
    const studio = conversation.webhooks.create({ target: 'studio', 'configuration.flowSid': 'FW1' });
    expect(await refusalOf(studio)).toMatchObject({ code: 20001 });
    expect(takeUnhandled()).toMatchObject([{ reason: 'invalid', detail: expect.stringMatching(/FlowSid/) }]);
  });

  test('a studio webhook triggers its flow for every message with webhooks, whoever wrote it', async () => {
    const conversation = await createConversation(twilio.client());
    await addStudio(conversation);
    await conversation.messages.create({ author: 'discord_1', body: 'help', ...withWebhooks });
    await conversation.messages.create({ author: 'Virtual assistant', body: 'silent answer' });
    await conversation.messages.create({ author: 'Virtual assistant', body: 'answer', ...withWebhooks });
    expect(triggers.map(({ flowSid, message, source }) => [flowSid, message.body, source])).toEqual([
      [world.twilio.studioFlowSid, 'help', 'API'],
      [world.twilio.studioFlowSid, 'answer', 'API'],
    ]);
  });

  test('a removed studio webhook triggers nothing', async () => {
    const conversation = await createConversation(twilio.client());
    const webhook = await addStudio(conversation);
    await conversation.webhooks(webhook.sid).remove();
    await conversation.messages.create({ body: 'help', ...withWebhooks });
    expect(triggers).toEqual([]);
  });

  test('ReplayAfter triggers the flow for the message of that index and those after it', async () => {
    const conversation = await createConversation(twilio.client());
    for (const body of ['0', '1', '2']) await conversation.messages.create({ body });
    await addStudio(conversation, 1);
    expect(triggers.map(({ message }) => message.index)).toEqual([1, 2]);
  });

  test('webhooks can be lost, doubled and held back, by event', async () => {
    const conversation = await listenedConversation();
    twilio.conversations.faults.setWebhooks({ drop: true, events: ['onMessageAdded'] });
    const lost = await conversation.messages.create({ body: 'lost', ...withWebhooks });
    await conversation.messages(lost.sid).update({ body: 'updated', ...withWebhooks });
    expect((await receiver.received(1)).map(({ fields }) => fields.EventType)).toEqual(['onMessageUpdated']);
    twilio.conversations.faults.setWebhooks({ double: true });
    await conversation.messages.create({ body: 'twice', ...withWebhooks });
    expect((await receiver.received(3)).slice(1).map(({ fields }) => fields.Body)).toEqual(['twice', 'twice']);
    twilio.conversations.faults.setWebhooks({ delayMs: 60_000, events: ['onMessageAdded'] });
    const late = await conversation.messages.create({ body: 'late', ...withWebhooks });
    await conversation.messages(late.sid).update({ body: 'early', ...withWebhooks });
    await receiver.received(4);
    clock.advance(60_000);
    expect((await receiver.received(5)).slice(3).map(({ fields }) => fields.EventType)).toEqual([
      'onMessageUpdated',
      'onMessageAdded',
    ]);
  });

  test('Event Streams hears of every message, with or without the webhook header', async () => {
    const events: Array<{ type: string; payload: Record<string, unknown> }> = [];
    twilio.conversations.port.onEvent((event) => events.push(event));
    const conversation = await createConversation(twilio.client());
    await conversation.messages.create({ author: 'discord_1', body: 'hi' });
    await conversation.update({ state: 'closed' });
    expect(events.map(({ type }) => type)).toEqual([
      'com.twilio.conversations.conversation.added',
      'com.twilio.conversations.message.added',
      'com.twilio.conversations.conversation-state.updated',
    ]);
    expect(events[1]?.payload).toMatchObject({ Author: 'discord_1', Index: 0, MessageBody: 'hi' });
  });
});
