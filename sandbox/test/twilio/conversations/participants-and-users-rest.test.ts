import { createConversation, type RunningConversations, refusalOf, startConversations } from './start-conversations';

describe('participants and users by REST', () => {
  let twilio: RunningConversations;
  beforeAll(async () => {
    twilio = await startConversations();
  });
  afterAll(() => twilio.close());
  beforeEach(() => twilio.conversations.port.reset());
  const api = () => twilio.client().conversations.v1;

  test('a participant joins once, is listed, and leaves', async () => {
    const conversation = await createConversation(twilio.client());
    const participant = await conversation.participants.create({ identity: 'discord_1', attributes: '{"a":1}' });
    expect(participant.sid).toMatch(/^MB[0-9a-f]{32}$/);
    expect(await refusalOf(conversation.participants.create({ identity: 'discord_1' }))).toMatchObject({
      status: 409,
      code: 50433,
    });
    const [listed] = await conversation.participants.list();
    expect(listed).toMatchObject({ sid: participant.sid, identity: 'discord_1', attributes: '{"a":1}' });
    await conversation.participants(participant.sid).remove();
    expect(await conversation.participants.list()).toEqual([]);
    expect(await refusalOf(conversation.participants(participant.sid).remove())).toMatchObject({ code: 20404 });
  });

  test("a participant's read horizon is moved in their stead; what is no index is refused", async () => {
    const conversation = await createConversation(twilio.client());
    const { sid } = await conversation.participants.create({ identity: 'discord_1' });
    await conversation.participants(sid).update({ lastReadMessageIndex: 3 });
    await conversation.participants(sid).update({});
    expect(await conversation.participants(sid).update({})).toMatchObject({ lastReadMessageIndex: 3 });
    const below = conversation.participants(sid).update({ lastReadMessageIndex: -1 });
    expect(await refusalOf(below)).toMatchObject({ status: 400, code: 20001 });
    const unknown = conversation.participants(`MB${'0'.repeat(32)}`).update({ lastReadMessageIndex: 3 });
    expect(await refusalOf(unknown)).toMatchObject({ status: 404, code: 20404 });
  });

  test.each([..."!*'();:@&=+$,/?%#[]"])('an identity with "%s" is refused', async (character) => {
    const conversation = await createConversation(twilio.client());
    const call = conversation.participants.create({ identity: `wumpus${character}1` });
    expect(await refusalOf(call)).toMatchObject({ status: 400, code: 20001 });
  });

  test('a participant needs an identity', async () => {
    const conversation = await createConversation(twilio.client());
    expect(await refusalOf(conversation.participants.create({}))).toMatchObject({ code: 20001 });
  });

  test("an identity's conversations are found, closed ones included, page by page", async () => {
    const sids: string[] = [];
    for (const state of ['closed', 'active', 'active'] as const) {
      const conversation = await createConversation(twilio.client());
      await conversation.participants.create({ identity: 'discord_1' });
      if (state === 'closed') await conversation.update({ state });
      sids.push((await conversation.fetch()).sid);
    }
    const found = await api().participantConversations.list({ identity: 'discord_1', pageSize: 2, limit: 10 });
    expect(found.map(({ conversationSid, conversationState }) => [conversationSid, conversationState])).toEqual([
      [sids[0], 'closed'],
      [sids[1], 'active'],
      [sids[2], 'active'],
    ]);
    expect(await api().participantConversations.list({ identity: 'discord_2', limit: 10 })).toEqual([]);
    expect(await refusalOf(api().participantConversations.list({ limit: 10 }))).toMatchObject({ code: 20001 });
  });

  test('joining makes the user, whose name is then updated; creating them again is 50201', async () => {
    const conversation = await createConversation(twilio.client());
    await conversation.participants.create({ identity: 'discord_1' });
    expect((await api().users('discord_1').fetch()).friendlyName).toBeNull();
    expect(await refusalOf(api().users.create({ identity: 'discord_1' }))).toMatchObject({ status: 409, code: 50201 });
    const user = await api().users('discord_1').update({ friendlyName: 'Wumpus' });
    expect((await api().users(user.sid).fetch()).friendlyName).toBe('Wumpus');
  });

  test('a user is created before they take part anywhere', async () => {
    const user = await api().users.create({ identity: 'discord_7', friendlyName: 'Nelly' });
    expect(user).toMatchObject({ identity: 'discord_7', friendlyName: 'Nelly', attributes: '{}' });
    expect(await refusalOf(api().users('discord_8').fetch())).toMatchObject({ status: 404, code: 20404 });
  });
});
