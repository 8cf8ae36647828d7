import { createConversation, type RunningConversations, refusalOf, startConversations } from './start-conversations';

describe('messages by REST', () => {
  let twilio: RunningConversations;
  beforeAll(async () => {
    twilio = await startConversations();
  });
  afterAll(() => twilio.close());
  beforeEach(() => twilio.conversations.port.reset());

  async function conversationWith(count: number) {
    const conversation = await createConversation(twilio.client());
    for (let index = 0; index < count; index += 1) await conversation.messages.create({ body: `message ${index}` });
    return conversation;
  }

  test('messages are numbered from 0 without gaps', async () => {
    const conversation = await conversationWith(3);
    expect((await conversation.messages.list()).map(({ index, body }) => [index, body])).toEqual([
      [0, 'message 0'],
      [1, 'message 1'],
      [2, 'message 2'],
    ]);
  });

  test('a deleted message leaves its index empty for good', async () => {
    const conversation = await conversationWith(3);
    const [, , last] = await conversation.messages.list();
    await conversation.messages(last?.sid ?? '').remove();
    const next = await conversation.messages.create({ body: 'later' });
    expect(next.index).toBe(3);
    expect((await conversation.messages.list()).map(({ index }) => index)).toEqual([0, 1, 3]);
    expect(await refusalOf(conversation.messages(last?.sid ?? '').fetch())).toMatchObject({ code: 20404 });
  });

  test('the last messages come first with order desc', async () => {
    const conversation = await conversationWith(5);
    const messages = await conversation.messages.list({ order: 'desc', limit: 2 });
    expect(messages.map(({ index }) => index)).toEqual([4, 3]);
  });

  test.each(['asc', 'desc'] as const)('all pages together hold every message once, %s', async (order) => {
    const conversation = await conversationWith(7);
    const [, gap] = await conversation.messages.list();
    await conversation.messages(gap?.sid ?? '').remove();
    const indices = (await conversation.messages.list({ order, pageSize: 2 })).map(({ index }) => index);
    expect(indices).toEqual(order === 'asc' ? [0, 2, 3, 4, 5, 6] : [6, 5, 4, 3, 2, 0]);
  });

  test("the next page's address names Twilio's own host", async () => {
    const conversation = await conversationWith(3);
    const { sid } = await conversation.fetch();
    const page = await conversation.messages.page({ pageSize: 2 });
    expect(page.nextPageUrl).toMatch(
      new RegExp(`^https://conversations\\.twilio\\.com/v1/Conversations/${sid}/Messages\\?`),
    );
  });

  test('the author is whoever is named, and belongs to a participant only by identity', async () => {
    const conversation = await conversationWith(0);
    const participant = await conversation.participants.create({ identity: 'discord_1' });
    const player = await conversation.messages.create({ author: 'discord_1', body: 'hi' });
    const bot = await conversation.messages.create({ author: 'Virtual assistant', body: 'hello' });
    const nobody = await conversation.messages.create({ body: 'note' });
    expect([player, bot, nobody].map(({ author, participantSid }) => [author, participantSid])).toEqual([
      ['discord_1', participant.sid],
      ['Virtual assistant', null],
      ['system', null],
    ]);
  });

  test('an update replaces all attributes and keeps the body', async () => {
    const conversation = await conversationWith(0);
    const message = await conversation.messages.create({ body: 'hi', attributes: '{"a":1,"b":2}' });
    const updated = await conversation.messages(message.sid).update({ attributes: '{"delivery":{"state":"failed"}}' });
    expect(updated).toMatchObject({ body: 'hi', attributes: '{"delivery":{"state":"failed"}}' });
    const fetched = await conversation.messages(message.sid).fetch();
    expect(fetched.attributes).toBe('{"delivery":{"state":"failed"}}');
  });

  test('a body of 32 KB fits, one byte more is 50504', async () => {
    const conversation = await conversationWith(0);
    const body = 'é'.repeat(16 * 1024);
    await conversation.messages.create({ body });
    expect(await refusalOf(conversation.messages.create({ body: `${body}x` }))).toMatchObject({ code: 50504 });
  });

  test('attributes of more than 4 KB are refused, and ones that are not JSON with 50304', async () => {
    const conversation = await conversationWith(0);
    const attributes = JSON.stringify('x'.repeat(4 * 1024 - 2));
    await conversation.messages.create({ body: 'fits', attributes });
    const tooLarge = conversation.messages.create({ body: 'x', attributes: JSON.stringify('x'.repeat(4 * 1024 - 1)) });
    expect(await refusalOf(tooLarge)).toMatchObject({ code: 20001 });
    const broken = conversation.messages.create({ body: 'x', attributes: 'nonsense' });
    expect(await refusalOf(broken)).toMatchObject({ code: 50304 });
    expect(await conversation.messages.list()).toHaveLength(1);
  });

  test('a message without a body is refused', async () => {
    const conversation = await conversationWith(0);
    expect(await refusalOf(conversation.messages.create({ author: 'discord_1' }))).toMatchObject({ code: 20001 });
  });
});
