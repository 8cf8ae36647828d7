import type { APIUser } from 'discord-api-types/v10';
import { until } from '../discord/until';
import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

/** More than the worker delivers at once. */
const busy = 40;
const windowMs = 12_000;

describe('the built worker, when Discord lets it write into each channel once in a while only', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  /** Somebody new writes, and is in conversation. */
  async function join(username: string) {
    const { id } = await world.control<APIUser>('/players', { username });
    await world.control(`/players/${id}/messages`, { dm: true, content: `hello from ${username}` });
    const conversationSid = () =>
      world.twilio
        .snapshot()
        .conversations.find(({ messages }) => messages.some(({ author }) => author === `discord_${id}`))?.sid;
    await until(() => conversationSid() !== undefined, `${username} to be in conversation`, 30_000);
    return { id, conversationSid: conversationSid() ?? '' };
  }
  const seenBy = (player: string, pattern: RegExp) =>
    world.discord
      .snapshot()
      .channels.filter(({ playerId }) => playerId === player)
      .flatMap(({ messages }) => messages.map(({ content }) => content))
      .filter((content) => pattern.test(content));

  it('40 DMs that have to wait delay no other, and get everything once and in order when their time has come', async () => {
    const worker = await world.launch();
    await worker.ready();
    const untouched = await join('untouched');
    const throttled = await Promise.all(Array.from({ length: busy }, (_, number) => join(`busy.${number}`)));
    await world.control('/rate-limits', { enabled: true, perChannel: { limit: 1, windowMs } }, 'PUT');

    for (const text of ['answer 1', 'answer 2', 'answer 3']) {
      await Promise.all(throttled.map(({ conversationSid }) => world.agentWrites(conversationSid, text)));
    }
    const answers = () => throttled.map(({ id }) => seenBy(id, /^answer/));
    await until(() => answers().every(({ length }) => length >= 1), 'the first answers', 30_000);
    expect(answers().flat()).toEqual(throttled.map(() => 'answer 1'));
    await world.agentWrites(untouched.conversationSid, 'quick one');
    await until(() => seenBy(untouched.id, /quick one/).length === 1, 'the untouched DM to have its answer', 30_000);
    expect(answers().flat()).toHaveLength(busy);

    await until(() => answers().every(({ length }) => length >= 3), 'everything', 60_000);
    expect(answers()).toEqual(throttled.map(() => ['answer 1', 'answer 2', 'answer 3']));
    expect(worker.log()).not.toMatch(/trying again/);
  });
});
