import { Client, type Conversation, type Message } from '@twilio/conversations';
import type { ConversationContext } from 'twilio/lib/rest/conversations/v1/conversation';
import {
  createConversation,
  type RunningConversations,
  refusalOf,
  startConversations,
  startReceiver,
} from './start-conversations';

const kim = 'kim_40example_2Ecom';
const noor = 'noor_40example_2Ecom';
const player = 'discord_300000000000000001';

interface Emitter {
  on(event: string, listener: (value: never) => void): unknown;
}

/** Resolves with what the emitter tells of that event next, or next that `matches`. */
function next<Value>(emitter: Emitter, event: string, matches = (_value: Value) => true): Promise<Value> {
  return new Promise((resolve) => {
    emitter.on(event, (value: Value) => {
      if (matches(value)) resolve(value);
    });
  });
}

describe("the official Conversations SDK, as Flex's agents use it", () => {
  let twilio: RunningConversations;
  const clients: Client[] = [];

  beforeAll(async () => {
    twilio = await startConversations();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.shutdown()));
    twilio.conversations.port.reset();
    expect(twilio.conversations.unhandled.list()).toEqual([]);
  });
  afterAll(() => twilio.close());

  async function connect(identity: string): Promise<Client> {
    const options = { twilsock: { uri: twilio.twilsockUrl } };
    const client = new Client(`sandbox-token.${identity}`, options as ConstructorParameters<typeof Client>[1]);
    clients.push(client);
    await next(client, 'initialized');
    return client;
  }

  /** A conversation of a player whose messages are there already. */
  async function playerConversation(...bodies: string[]): Promise<{ rest: ConversationContext; sid: string }> {
    const rest = await createConversation(twilio.client(), { friendlyName: 'Wumpus' });
    await rest.participants.create({ identity: player });
    for (const body of bodies) await rest.messages.create({ author: player, body });
    return { rest, sid: (await rest.fetch()).sid };
  }

  /** An agent in a player's conversation, as after accepting the task. */
  async function agentIn(...bodies: string[]) {
    const { rest, sid } = await playerConversation(...bodies);
    const client = await connect(kim);
    const joined = next<Conversation>(client, 'conversationJoined');
    twilio.conversations.port.addParticipant(sid, kim);
    return { rest, sid, client, conversation: await joined };
  }

  const bodies = (messages: Message[]) => messages.map(({ author, body }) => [author, body]);

  test('a conversation that an agent is added to appears at once, with all that was said', async () => {
    const { conversation, sid } = await agentIn('i forgot my password', 'hello?');
    expect(conversation.sid).toBe(sid);
    expect(conversation.friendlyName).toBe('Wumpus');
    const { items } = await conversation.getMessages();
    expect(bodies(items)).toEqual([
      [player, 'i forgot my password'],
      [player, 'hello?'],
    ]);
    const participants = await conversation.getParticipants();
    expect(participants.map(({ identity }) => identity)).toEqual([player, kim]);
  });

  test('a message by REST appears live', async () => {
    const { conversation, rest } = await agentIn('first');
    const added = next<Message>(conversation, 'messageAdded');
    await rest.messages.create({ author: player, body: 'second 你好', attributes: '{"origin":"player"}' });
    const message = await added;
    expect(message).toMatchObject({ index: 1, author: player, body: 'second 你好', attributes: { origin: 'player' } });
    expect(conversation.lastMessage?.index).toBe(1);
  });

  test("an agent's message is in REST, under the agent's identity, and fires webhooks as an SDK's", async () => {
    const { conversation, rest } = await agentIn('help');
    const receiver = await startReceiver();
    try {
      await rest.webhooks.create({
        target: 'webhook',
        'configuration.url': receiver.url,
        'configuration.filters': ['onMessageAdded'],
      });
      expect(await conversation.sendMessage('Hello, this is Kim.', { a: 1 })).toBe(1);
      const [post] = await receiver.received(1);
      expect(post?.fields).toMatchObject({
        Source: 'SDK',
        ClientIdentity: kim,
        Author: kim,
        Body: 'Hello, this is Kim.',
        Attributes: '{"a":1}',
      });
      const [, message] = await rest.messages.list();
      expect(message).toMatchObject({ author: kim, body: 'Hello, this is Kim.', participantSid: expect.any(String) });
    } finally {
      await receiver.close();
    }
  });

  test('attributes that REST writes reach the bubble, and those that the SDK writes reach REST', async () => {
    const { conversation, rest } = await agentIn('help');
    const [message] = (await conversation.getMessages()).items;
    const updated = next<{ message: Message }>(conversation, 'messageUpdated');
    await rest.messages(message?.sid ?? '').update({ attributes: '{"delivery":{"state":"failed"}}' });
    expect((await updated).message.attributes).toEqual({ delivery: { state: 'failed' } });
    await message?.updateAttributes({ seen: true });
    expect((await rest.messages(message?.sid ?? '').fetch()).attributes).toBe('{"seen":true}');
  });

  test('a removed message disappears', async () => {
    const { conversation, rest } = await agentIn('oops', 'help');
    await conversation.getMessages();
    const removed = next<Message>(conversation, 'messageRemoved');
    const [first] = await rest.messages.list();
    await rest.messages(first?.sid ?? '').remove();
    expect((await removed).index).toBe(0);
  });

  test('earlier messages are paged in', async () => {
    const { conversation } = await agentIn('0', '1', '2', '3', '4');
    const last = await conversation.getMessages(2);
    expect(last.items.map(({ index }) => index)).toEqual([3, 4]);
    expect(last.hasPrevPage).toBe(true);
    const middle = await last.prevPage();
    const first = await middle.prevPage();
    expect([middle, first].map(({ items }) => items.map(({ index }) => index))).toEqual([[1, 2], [0]]);
    expect(first.hasPrevPage).toBe(false);
  });

  test('the read horizon moves, and the unread messages are counted from it', async () => {
    const { conversation, rest } = await agentIn('0', '1', '2');
    expect(await conversation.getUnreadMessagesCount()).toBeNull();
    const updated = next(conversation, 'updated', () => conversation.lastReadMessageIndex === 1);
    expect(await conversation.updateLastReadMessageIndex(1)).toBe(1);
    await updated;
    const participants = await rest.participants.list();
    expect(participants.find(({ identity }) => identity === kim)?.lastReadMessageIndex).toBe(1);
    expect(await conversation.setAllMessagesRead()).toBe(0);
  });

  test("a user's name is shown, and changes live", async () => {
    const { conversation } = await agentIn('help');
    twilio.conversations.port.setUserFriendlyName(player, 'Wumpus');
    const participant = (await conversation.getParticipants()).find(({ identity }) => identity === player);
    const user = await participant?.getUser();
    expect(user?.friendlyName).toBe('Wumpus');
    if (!user) throw new Error('the player has no user');
    const updated = next(user, 'updated', () => user.friendlyName === 'Wumpus II');
    await twilio.client().conversations.v1.users(player).update({ friendlyName: 'Wumpus II' });
    await updated;
  });

  test('the end of a conversation reaches the agent, who can write no more', async () => {
    const { conversation, sid } = await agentIn('help');
    const ended = next(conversation, 'updated', () => conversation.state?.current === 'closed');
    twilio.conversations.port.changeState(sid, 'closed', 'API');
    await ended;
    expect(await refusalOf(conversation.sendMessage('too late'))).toMatchObject({ status: 400 });
  });

  test('a conversation that an agent is taken out of goes, and says no more', async () => {
    const { client, conversation, rest, sid } = await agentIn('help');
    await conversation.getParticipants();
    const heard: Message[] = [];
    conversation.on('messageAdded', (message: Message) => heard.push(message));
    const left = next<Conversation>(client, 'conversationLeft');
    twilio.conversations.port.removeParticipant(sid, kim);
    expect((await left).sid).toBe(sid);
    await rest.messages.create({ author: player, body: 'secret' });
    await refusalOf(client.getConversationBySid(sid));
    expect(heard).toEqual([]);
  });

  test('an agent renames the conversation, brings somebody in, reads who they are, and takes a message back', async () => {
    const { rest, client, conversation } = await agentIn('hello');
    await conversation.updateFriendlyName('Wumpus, urgent');
    expect(await rest.fetch()).toMatchObject({ friendlyName: 'Wumpus, urgent' });
    expect((await client.peekConversationBySid(conversation.sid)).sid).toBe(conversation.sid);
    await conversation.add(noor);
    expect((await rest.participants.list({ limit: 10 })).map(({ identity }) => identity)).toContain(noor);
    twilio.conversations.port.setUserFriendlyName(noor, 'Noor');
    expect((await client.getUser(noor)).friendlyName).toBe('Noor');
    await conversation.sendMessage('oops');
    const { items } = await conversation.getMessages(1);
    await items[0]?.remove();
    expect((await rest.messages.list({ limit: 10 })).map(({ body }) => body)).toEqual(['hello']);
  });

  test('nobody opens a conversation that they are not part of', async () => {
    const { sid } = await playerConversation('private');
    const client = await connect(noor);
    expect(await refusalOf(client.getConversationBySid(sid))).toMatchObject({ status: 403, body: { code: 50430 } });
  });

  test('two agents see each other join, write and leave', async () => {
    const { conversation, client, sid } = await agentIn('help');
    const second = await connect(noor);
    const joinedElsewhere = next<Conversation>(second, 'conversationJoined');
    const joined = next<{ identity: string }>(conversation, 'participantJoined');
    twilio.conversations.port.addParticipant(sid, noor);
    expect((await joined).identity).toBe(noor);
    const theirs = await joinedElsewhere;
    await theirs.getParticipants();

    const typing = next<{ identity: string }>(conversation, 'typingStarted');
    await theirs.typing();
    expect((await typing).identity).toBe(noor);

    const added = next<Message>(theirs, 'messageAdded');
    await conversation.sendMessage('Noor, can you take over?');
    expect((await added).author).toBe(kim);

    const left = next<{ identity: string }>(conversation, 'participantLeft');
    await theirs.leave();
    expect((await left).identity).toBe(noor);
    expect(client.connectionState).toBe('connected');
  });

  test('an agent who comes back finds open conversations, not closed ones, unless asked for by SID', async () => {
    const { sid: open } = await playerConversation('one');
    const { sid: closed, rest } = await playerConversation('two');
    for (const sid of [open, closed]) twilio.conversations.port.addParticipant(sid, kim);
    await rest.update({ state: 'closed' });
    const client = await connect(kim);
    const { items } = await client.getSubscribedConversations();
    expect(items.map(({ sid }) => sid)).toEqual([open]);
    const ended = await client.getConversationBySid(closed);
    expect(bodies((await ended.getMessages()).items)).toEqual([[player, 'two']]);
  });

  test('what happened while a connection was down is told after it', async () => {
    const { conversation, client, rest } = await agentIn('before');
    await conversation.getMessages();
    const down = next(client, 'connectionStateChanged');
    twilio.disconnectClients();
    await down;
    const added = next<Message>(conversation, 'messageAdded');
    await rest.messages.create({ author: player, body: 'meanwhile' });
    expect((await added).body).toBe('meanwhile');
  });

  test('a token that belongs to nobody is refused', async () => {
    const options = { twilsock: { uri: twilio.twilsockUrl } };
    const client = new Client('stolen', options as ConstructorParameters<typeof Client>[1]);
    const error = await next<{ terminal: boolean; httpStatusCode: number }>(client, 'connectionError');
    expect(error).toMatchObject({ terminal: true, httpStatusCode: 401 });
  });
});
