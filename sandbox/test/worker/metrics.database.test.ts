import { until } from '../discord/until';
import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

const token = 'a-token-that-only-prometheus-knows';

/** The built worker, scraped as Prometheus scrapes it. */
describe('the metrics of a worker', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  it('count a message each way, whose ids the log follows, and neither carries what anybody wrote', async () => {
    const worker = await world.launch({ METRICS_TOKEN: token });
    await worker.ready();
    const { id } = await world.playerWrites('is my sword lost?');
    await world.arrives('is my sword lost?');
    const conversationSid = world.conversation().sid;
    await world.agentWrites(conversationSid, 'no, it is in your bag');
    // What the bot has sent comes back as an event, which is stored, too.
    await scraped(worker, { 'relay_deliveries_total{direction="outbound",outcome="sent"}': 1 });

    let samples = await scrape(worker);
    const isStored = async () => {
      samples = await scrape(worker);
      return samples.get('relay_uncommitted_events') === 0;
    };
    await until(isStored, 'a scrape after all events are stored', 30_000);
    expect(Object.fromEntries(samples)).toMatchObject({
      'relay_deliveries_total{direction="inbound",outcome="sent"}': 1,
      'relay_delivery_seconds_count{direction="inbound"}': 1,
      'relay_delivery_seconds_count{direction="outbound"}': 1,
      relay_database_up: 1,
      relay_active: 1,
      relay_gateway_connected: 1,
      relay_uncommitted_events: 0,
      'relay_queue_depth{queue="inbox"}': 0,
      'relay_queue_depth{queue="outbox"}': 0,
      'relay_queue_depth{queue="notices"}': 0,
      'relay_queue_given_up{queue="jobs"}': 0,
      'relay_gateway_session_events_total{event="connected",code=""}': 1,
      'relay_steps_in_flight{direction="inbound"}': 0,
      'relay_steps_limit{direction="inbound"}': 32,
    });
    const total = samples.get('relay_delivery_seconds_sum{direction="inbound"}') ?? 0;
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(30);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    const text = [...samples.keys()].join('\n');
    expect(text).not.toMatch(/sword|bag|CH[0-9a-f]{32}|IM[0-9a-f]{32}|\d{17}|@/);
    await worker.logged(
      new RegExp(`"discordId":"${id}".*"conversationSid":"${conversationSid}".*"index":0.*"handled"`),
    );
    await worker.logged(new RegExp(`"conversationSid":"${conversationSid}".*"index":1.*"delivered"`));
    expect(worker.log()).not.toMatch(/sword|bag/);
  });

  it('say that the database is away instead of failing, and what waited when it is back', async () => {
    const worker = await world.launch({ METRICS_TOKEN: token });
    await worker.ready();
    await world.gates.database.shut();
    await worker.unready(/database does not answer/);
    const { status, text } = await worker.ask('/metrics', token);
    expect(status).toBe(200);
    const samples = parse(text);
    expect(samples.get('relay_database_up')).toBe(0);
    expect([...samples.keys()].filter((name) => name.startsWith('relay_queue_depth'))).toEqual([]);
    await world.gates.database.open();
    await scraped(worker, { relay_database_up: 1 });
  });

  it('tell which errors Twilio answers while a message waits for it', async () => {
    const worker = await world.launch({ METRICS_TOKEN: token });
    await worker.ready();
    await world.gates.twilio.shut();
    await world.playerWrites('nobody takes this yet');
    await scraped(worker, { 'relay_queue_depth{queue="inbox"}': 1 });
    await scraped(worker, { 'relay_remote_errors_total{service="twilio",code="ECONNREFUSED"}': 1 });
    await scraped(worker, { 'relay_postponed_total{direction="inbound"}': 1 });
    await world.gates.twilio.open();
    await world.arrives('nobody takes this yet');
  });

  it('are those of a stand-by too, which is active under a later lease once it has taken over', async () => {
    const first = await world.launch({ METRICS_TOKEN: token });
    await first.ready();
    const standBy = await world.launch({ METRICS_TOKEN: token });
    await standBy.unready(/Standing by/);
    const measured = async ({ ask }: typeof first) => parse((await ask('/metrics', token)).text);
    const [one, other] = [await measured(first), await measured(standBy)];
    expect([one.get('relay_active'), other.get('relay_active')]).toEqual([1, 0]);
    expect(other.get('relay_database_up')).toBe(1);
    expect(other.get('relay_gateway_connected')).toBe(0);
    first.process.kill('SIGKILL');
    await standBy.ready();
    const later = (one.get('relay_lease_epoch') ?? 0) + 1;
    await scraped(standBy, { relay_active: 1, relay_lease_epoch: later });
  });

  it('are for those with the token only, and not there without one', async () => {
    const closed = await world.launch();
    await closed.logged(/listening/);
    expect((await closed.ask('/metrics', token)).status).toBe(404);
    const open = await world.launch({ METRICS_TOKEN: token });
    await open.logged(/listening/);
    expect((await open.ask('/metrics')).status).toBe(401);
    expect((await open.ask('/metrics', `${token}x`)).status).toBe(401);
    expect((await open.ask('/metrics', token)).status).toBe(200);
  });
});

type Worker = Awaited<ReturnType<World['launch']>>;

async function scrape(worker: Worker): Promise<Map<string, number>> {
  return parse((await worker.ask('/metrics', token)).text);
}

/** Waits until a scrape has at least these values. */
async function scraped(worker: Worker, expected: Readonly<Record<string, number>>): Promise<void> {
  await until(
    async () => {
      const samples = await scrape(worker);
      return Object.entries(expected).every(([name, least]) => (samples.get(name) ?? -1) >= least);
    },
    `a scrape with ${JSON.stringify(expected)}`,
    30_000,
  );
}

/** Prometheus' text format: a sample is a name with its labels, and a number. */
function parse(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name, value] = /^([a-z_]\w*(?:\{.*\})?) ([-+.\w]+)$/i.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`);
      return [name, Number(value)];
    }),
  );
}
