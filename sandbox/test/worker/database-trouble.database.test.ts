import { type PostgresProxy, startPostgresProxy } from '../../src/chaos/postgres-proxy';
import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

/** The built worker as a process, on a database that is there and does not do what it should. */
describe('a worker whose database is in trouble', () => {
  let world: World;
  let database: PostgresProxy;
  // A conversation's webhooks go to the worker that opened it: each test has conversations of its own.
  beforeEach(async () => {
    world = await startWorld();
    database = await startPostgresProxy({ port: world.gates.database.port });
  });
  afterEach(async () => {
    await world.mend();
    await database.close();
    await world.stop();
  });

  async function launch() {
    const url = new URL(world.databaseUrl);
    url.port = String(database.port);
    const worker = await world.launch({ DATABASE_DIRECT_URL: url.toString() });
    await worker.ready();
    return worker;
  }

  it.each(['on-write', 'on-commit'] as const)(
    'says so, keeps what comes, and goes on by itself when the disk is full: %s',
    async (diskFull) => {
      const worker = await launch();
      await world.playerWrites(`${diskFull}: before`);
      await world.arrives(`${diskFull}: before`);
      const sid = world.conversation().sid;

      database.trouble = { diskFull };
      await world.playerWrites(`${diskFull}: meanwhile`);
      await world.playerWrites(`${diskFull}: and more`);
      await world.agentWrites(sid, `${diskFull}: the agent, unheard`);
      await worker.unready(/takes no writes/);
      await worker.logged(/could not store events/);
      await worker.logged(/No space left on device.*53100/);
      await worker.logged(/could not store a request/);
      expect((await worker.ask('/healthz')).status).toBe(200);
      expect(world.inTwilio()).not.toContain(`${diskFull}: meanwhile`);

      database.trouble = {};
      await worker.ready();
      await world.playerWrites(`${diskFull}: after`);
      await world.agentWrites(sid, `${diskFull}: the agent, heard`);
      const all = ['before', 'meanwhile', 'and more', 'after'].map((text) => `${diskFull}: ${text}`);
      await world.arrives(...all);
      expect(world.inTwilio().filter((text) => text?.startsWith(diskFull))).toEqual(all);
      await world.reachesPlayer(`${diskFull}: the agent, heard`);
      expect(world.inDiscord().filter((text) => text.startsWith(`${diskFull}: the agent`))).toEqual([
        `${diskFull}: the agent, unheard`,
        `${diskFull}: the agent, heard`,
      ]);
    },
  );

  it('stays ready, loses nothing and keeps the order when each commit takes long', async () => {
    const worker = await launch();
    database.trouble = { slowCommitMs: 600 };
    const texts = Array.from({ length: 12 }, (_, place) => `slow ${place}`);
    for (const text of texts) await world.playerWrites(text);
    await world.arrives(...texts);
    expect(world.inTwilio().filter((text) => text?.startsWith('slow'))).toEqual(texts);
    expect((await worker.ask('/readyz')).status).toBe(200);
  });
});
