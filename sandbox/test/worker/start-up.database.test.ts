import { startWorld, type World } from './start-world';

jest.setTimeout(90_000);

/** The built worker as a process, started into what can be wrong. */
describe('a worker that starts', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  it('without any variable names all of them at once, with where to find each, and ends', async () => {
    const worker = await world.launch({
      DISCORD_BOT_TOKEN: undefined,
      TWILIO_ACCOUNT_SID: undefined,
      TWILIO_AUTH_TOKEN: '',
      TWILIO_STUDIO_FLOW_SID: undefined,
      TWILIO_WORKSPACE_SID: undefined,
      TWILIO_WORKFLOW_SID: undefined,
      GATEWAY_PUBLIC_URL: undefined,
      DATABASE_DIRECT_URL: undefined,
    });
    expect(await worker.process.ended).toBe(1);
    const lines = worker.log();
    for (const [name, where] of [
      ['DISCORD_BOT_TOKEN', 'Discord developer portal'],
      ['TWILIO_ACCOUNT_SID', 'Twilio Console'],
      ['TWILIO_AUTH_TOKEN', 'Twilio Console'],
      ['TWILIO_STUDIO_FLOW_SID', '"Studio"'],
      ['TWILIO_WORKSPACE_SID', '"TaskRouter"'],
      ['TWILIO_WORKFLOW_SID', '"Workflows"'],
      ['GATEWAY_PUBLIC_URL', 'https://gateway.example.com'],
      ['DATABASE_DIRECT_URL', 'postgres://'],
    ]) {
      expect(lines).toMatch(new RegExp(`${name} is missing\\. .*${where}`));
    }
    // For people, so without a stack.
    expect(lines).not.toContain('    at ');
  });

  it('with a wrong Discord token ends, names the variable and never reaches the gateway', async () => {
    const token = 'MTAwMDAwMDAwMDAwMDAwMDAx.wrong.wrong-wrong-wrong';
    const worker = await world.launch({ DISCORD_BOT_TOKEN: token });
    expect(await worker.process.ended).toBe(1);
    expect(worker.log()).toMatch(/Discord refuses the bot token: check DISCORD_BOT_TOKEN/);
    expect(worker.log()).not.toContain(token);
    expect(world.discord.snapshot().sessions).toEqual([]);
  });

  it('with a wrong Twilio token says so, keeps what players write, and brings it once the token is right', async () => {
    const worker = await world.launch({ TWILIO_AUTH_TOKEN: 'wrong' });
    await worker.unready(/Twilio refuses the credentials: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN/);
    await worker.logged(/"level":50,.*Twilio refuses the credentials/);
    await worker.logged(/connected to the Discord gateway/);
    await world.playerWrites('with the wrong token');
    await worker.logged(/could not handle, trying again/);
    await worker.process.stop();
    await (await world.launch()).ready();
    await world.arrives('with the wrong token');
  });

  it('for another workspace than the account has says which variable is wrong', async () => {
    const worker = await world.launch({ TWILIO_WORKSPACE_SID: `WS${'f'.repeat(32)}` });
    await worker.unready(/check TWILIO_WORKSPACE_SID/);
  });

  it('on a database of another version ends and says who can change that', async () => {
    const [newest] = await world.query('select * from relay.migrations order by id desc limit 1');
    await world.query("insert into relay.migrations (name, run_on) values ('9999_from_the_future', now())");
    try {
      const worker = await world.launch();
      expect(await worker.process.ended).toBe(1);
      expect(worker.log()).toContain(
        `Schema relay is at 9999_from_the_future, this code needs ${newest.name}. Run \`npm run migrate\``,
      );
    } finally {
      await world.query("delete from relay.migrations where name = '9999_from_the_future'");
    }
  });

  it('without a database lives, is not ready, and goes on by itself when there is one', async () => {
    await world.gates.database.shut();
    const worker = await world.launch();
    await worker.unready(/the database has not answered yet/);
    expect((await worker.ask('/healthz')).status).toBe(200);
    await worker.logged(/could not reach the database, trying again/);
    // Not acknowledged, so that Twilio does not count it as delivered.
    expect(await worker.hears({ EventType: 'onMessageAdded' })).toBe(503);
    await world.gates.database.open();
    await worker.ready();
    expect(await worker.hears({ EventType: 'onMessageAdded' })).toBe(204);
  });

  it('without Discord lives, is not ready, and goes on by itself when it is back', async () => {
    await world.gates.discord.shut();
    const worker = await world.launch();
    await worker.unready(/Discord has not answered yet/);
    expect((await worker.ask('/healthz')).status).toBe(200);
    await worker.logged(/could not reach Discord, trying again/);
    await world.gates.discord.open();
    await worker.ready();
  });

  it('without Twilio takes what players write all the same, and brings it when Twilio is back', async () => {
    await world.gates.twilio.shut();
    const worker = await world.launch();
    await worker.logged(/connected to the Discord gateway/);
    await worker.unready(/Twilio does not answer \(ECONNREFUSED\)/);
    await world.playerWrites('while Twilio was away');
    await worker.logged(/could not handle, trying again/);
    await world.gates.twilio.open();
    await worker.ready();
    await world.arrives('while Twilio was away');
    expect(world.inTwilio().filter((text) => text === 'while Twilio was away')).toHaveLength(1);
  });

  it.each(['database', 'discord', 'twilio'] as const)(
    'ends when told to, also while it waits for: %s',
    async (name) => {
      await world.gates[name].shut();
      const worker = await world.launch();
      await worker.unready(/not answer/);
      worker.process.kill('SIGTERM');
      expect(await worker.process.ended).toBe(0);
    },
  );
});
