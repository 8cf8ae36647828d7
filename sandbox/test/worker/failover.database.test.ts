import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

/** Two built workers as processes, on one database. */
describe('a worker and its stand-by', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  /** The first is active when the second starts. */
  async function launchTwo() {
    const active = await world.launch();
    await active.ready();
    const standBy = await world.launch();
    await standBy.unready(/Standing by: another worker is active/);
    return { active, standBy };
  }

  const received = (...texts: string[]) => world.inTwilio().filter((text) => texts.includes(text ?? ''));

  it('the stand-by takes over from one that was killed, and nothing is lost or doubled', async () => {
    const { active, standBy } = await launchTwo();
    await world.playerWrites('before the kill');
    active.process.kill('SIGKILL');
    await world.playerWrites('after the kill');
    await standBy.ready();
    await world.arrives('before the kill', 'after the kill');
    expect(received('before the kill', 'after the kill')).toEqual(['before the kill', 'after the kill']);
  });

  it('the stand-by takes over from one that hangs, which can do no harm when it wakes up', async () => {
    const { active, standBy } = await launchTwo();
    active.process.kill('SIGSTOP');
    await world.playerWrites('while it hangs');
    await standBy.ready();
    await world.arrives('while it hangs');
    active.process.kill('SIGCONT');
    expect(await active.process.ended).toBe(1);
    await active.logged(/Another worker has taken over from this one/);
    await world.playerWrites('when it is gone');
    await world.arrives('when it is gone');
    expect(received('while it hangs', 'when it is gone')).toEqual(['while it hangs', 'when it is gone']);
  });

  it('the stand-by takes over from one that is told to end, and resumes its session', async () => {
    const { active, standBy } = await launchTwo();
    active.process.kill('SIGTERM');
    expect(await active.process.ended).toBe(0);
    await standBy.ready();
    await standBy.logged(/"event":"RESUMED"/);
    await world.playerWrites('to the next one');
    await world.arrives('to the next one');
  });

  it('a webhook that reaches the stand-by is carried to the player by the active worker', async () => {
    const { standBy } = await launchTwo();
    await world.playerWrites('hello');
    await world.arrives('hello');
    const [{ conversation_sid: sid }] = await world.query(
      `select conversation_sid from relay.conversations where state = 'open'`,
    );
    const [{ next }] = await world.query(
      `select max(message_index) + 1 as next from relay.outbox where conversation_sid = '${sid}'`,
    );
    const status = await standBy.hears({
      EventType: 'onMessageAdded',
      ConversationSid: sid,
      MessageSid: `IM${'a'.repeat(32)}`,
      Index: String(next),
      Author: 'kim_40example_2Ecom',
      Body: 'carried by the other one',
      Attributes: '{}',
      DateCreated: new Date().toISOString(),
    });
    expect(status).toBe(204);
    await world.reachesPlayer('carried by the other one');
  });
});
