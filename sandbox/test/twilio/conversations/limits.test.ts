import { Client } from '@twilio/conversations';
import pino from 'pino';
import { addMessage } from '../../../src/twilio/conversations/commands/add-message';
import { addWebhook } from '../../../src/twilio/conversations/commands/add-webhook';
import { createConversation as createDirectly } from '../../../src/twilio/conversations/commands/create-conversation';
import { createConversations } from '../../../src/twilio/conversations/create-conversations';
import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';
import {
  createConversation,
  type RunningConversations,
  refusalOf,
  startConversations,
  startReceiver,
} from './start-conversations';

let twilio: RunningConversations;
beforeAll(async () => {
  twilio = await startConversations();
});
afterAll(() => twilio.close());

test('a conversation takes 1,000 participants, an identity 1,000 active conversations', async () => {
  const { context, port } = twilio.conversations;
  const conversation = await createConversation(twilio.client());
  const { sid } = await conversation.fetch();
  for (let number = 0; number < 1_000; number += 1) port.addParticipant(sid, `guest_${number}`);
  expect(await refusalOf(conversation.participants.create({ identity: 'one_more' }))).toMatchObject({ code: 50403 });
  const origin = { source: 'API', firesWebhooks: false } as const;
  for (let number = 0; number < 1_000; number += 1) {
    port.addParticipant(createDirectly(context, { origin }).sid, 'busy');
  }
  const next = await createConversation(twilio.client());
  expect(await refusalOf(next.participants.create({ identity: 'busy' }))).toMatchObject({ code: 50210 });
});

test('what an SDK client does fires webhooks without a header', async () => {
  const receiver = await startReceiver();
  const conversation = await createConversation(twilio.client());
  await conversation.participants.create({ identity: 'kim' });
  await conversation.webhooks.create({
    target: 'webhook',
    'configuration.url': receiver.url,
    'configuration.filters': ['onMessageAdded', 'onMessageUpdated', 'onMessageRemoved'],
  });
  const options = { twilsock: { uri: twilio.twilsockUrl } };
  const client = new Client('sandbox-token.kim', options as ConstructorParameters<typeof Client>[1]);
  await new Promise<void>((resolve) => client.on('initialized', () => resolve()));
  const own = await client.getConversationBySid((await conversation.fetch()).sid);
  const index = await own.sendMessage('from the desktop');
  const { items } = await own.getMessages(1, index ?? 0);
  await items[0]?.updateBody('from my desktop');
  await items[0]?.remove();
  const posts = await receiver.received(3);
  expect(posts.map(({ fields }) => [fields.Source, fields.ClientIdentity])).toEqual(Array(3).fill(['SDK', 'kim']));
  expect(posts.map(({ fields }) => fields.EventType).sort()).toEqual([
    'onMessageAdded',
    'onMessageRemoved',
    'onMessageUpdated',
  ]);
  await client.shutdown();
  await receiver.close();
});

test('a webhook has five seconds to answer and is never sent again', async () => {
  const waits: (number | undefined)[] = [];
  const clock = createHandClock();
  const { context } = createConversations({
    accountSid: world.twilio.accountSid,
    chatServiceSid: world.twilio.chatServiceSid,
    clock,
    logger: pino({ level: 'silent' }),
    poster: {
      postForm: async (_url, _fields, timeoutMs) => {
        waits.push(timeoutMs);
        return { kind: 'timeout' };
      },
      postJson: async () => ({ kind: 'timeout' }),
    },
  });
  const origin = { source: 'API', firesWebhooks: true } as const;
  const conversation = createDirectly(context, { origin });
  addWebhook(context, {
    conversation,
    target: { kind: 'webhook', url: 'https://a.example', filters: new Set(['onMessageAdded']) },
  });
  addMessage(context, { conversation, author: 'discord_1', body: 'hello?', origin });
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(60 * 60_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(waits).toEqual([5_000]);
});
