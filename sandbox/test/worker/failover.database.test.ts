import { randomUUID } from 'node:crypto';
import { startWorld, type World } from './start-world';

type Worker = Awaited<ReturnType<World['launch']>>;

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

  /** A webhook tells the stand-by of an agent's message behind the newest one. */
  async function tellStandBy(standBy: Worker, body: string) {
    // Twilio has the player's message before the worker has recorded it: the next index is Twilio's to know.
    const { sid, messages } = world.conversation();
    const status = await standBy.hears({
      EventType: 'onMessageAdded',
      ConversationSid: sid,
      MessageSid: `IM${randomUUID().replaceAll('-', '')}`,
      Index: String((messages.at(-1)?.index ?? -1) + 1),
      Author: 'kim_40example_2Ecom',
      Body: body,
      Attributes: '{}',
      DateCreated: new Date().toISOString(),
    });
    expect(status).toBe(204);
  }

  it('a webhook that reaches the stand-by is carried to the player by the active worker', async () => {
    const { standBy } = await launchTwo();
    await world.playerWrites('hello');
    await world.arrives('hello');
    await tellStandBy(standBy, 'carried by the other one');
    await world.reachesPlayer('carried by the other one');
  });

  it('the active worker finds what reached the stand-by while it could not be called', async () => {
    const { standBy } = await launchTwo();
    await world.playerWrites('hello again');
    await world.arrives('hello again');
    await world.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'listen %' and pid <> pg_backend_pid() and datname = current_database()`);
    await tellStandBy(standBy, 'found by the other one');
    await world.reachesPlayer('found by the other one');
  });
});
