import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

/** The built worker as a process, which loses what it needs while it runs. */
describe('a worker that runs', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  it.each([
    ['database', /database does not answer/],
    ['twilio', /Twilio does not answer/],
  ] as const)('is not ready, loses no message, and goes on by itself when it misses: %s', async (name, reason) => {
    const worker = await world.launch();
    await worker.ready();
    await world.playerWrites(`before the ${name} went`);
    await world.arrives(`before the ${name} went`);
    await world.gates[name].shut();
    await world.playerWrites(`while the ${name} was away`);
    await worker.unready(reason);
    expect((await worker.ask('/healthz')).status).toBe(200);
    await world.gates[name].open();
    await worker.ready();
    await world.playerWrites(`after the ${name} came back`);
    const all = ['before the %s went', 'while the %s was away', 'after the %s came back'].map((text) =>
      text.replace('%s', name),
    );
    await world.arrives(...all);
    expect(world.inTwilio().filter((text) => text?.includes(`the ${name} `))).toEqual(all);
  });

  it('misses Discord and gets what was written meanwhile when it is back', async () => {
    const worker = await world.launch();
    await worker.ready();
    await world.gates.discord.shut();
    await worker.unready(/Not connected to the Discord gateway/);
    await world.playerWrites('while Discord was away');
    await world.gates.discord.open();
    await worker.ready();
    await world.arrives('while Discord was away');
  });

  it.each(['database', 'discord', 'twilio'] as const)('ends when told to while it misses: %s', async (name) => {
    const worker = await world.launch();
    await worker.ready();
    await world.gates[name].shut();
    await world.playerWrites('nobody can take this');
    worker.process.kill('SIGTERM');
    expect(await worker.process.ended).toBe(0);
  });

  it.each([
    [4004, /the bot token is not valid: check DISCORD_BOT_TOKEN/],
    [4013, /the intents are not valid/],
    [4014, /the intents are not allowed for this bot/],
  ])('is closed for good (%i) ends with the reason and does not knock again', async (code, reason) => {
    const worker = await world.launch();
    await worker.ready();
    const connections = () => worker.log().match(/connected to the Discord gateway/g)?.length;
    await world.control('/faults', { kind: 'close', code });
    expect(await worker.process.ended).toBe(1);
    expect(worker.log()).toMatch(reason);
    expect(connections()).toBe(1);
  });
});
