import { runEffects } from '../../src/effects/run-effects';
import { dropParked, listParked, retryParked } from '../../src/store/parked';
import { applicationId, direct, dmChannelId, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const bodies = () => relay.twilio.conversations[0]?.messages.map(({ body }) => body);

/** A message of the player that Twilio refused, and one of an agent that Discord did. */
async function parkBoth(): Promise<string[]> {
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 400 });
  await relay.receive(direct('1573511247096184833', 'poison'));
  await relay.handleInbound();
  relay.discord.refuseNext({ on: /^POST/, status: 403, code: 50_007 });
  const sid = relay.twilio.conversations[0]?.sid ?? '';
  await relay.webhook(sid, relay.twilio.say(sid, 'kim', 'are you there'));
  await relay.handleOutbound();
  return (await listParked(relay.pool)).map(({ id }) => id);
}

/** Runs the jobs that wait, as the worker does. */
async function runJobs(): Promise<void> {
  const { pool, lanes } = relay;
  const { stop } = await runEffects({
    silence: { waitingNotices: [], agent: 0, player: 0 },
    caseReminderSeconds: 0,
    pool,
    rest: relay.discord.rest,
    applicationId,
    lanes,
    inboundLanes: lanes,
    conversations: relay.twilio.api,
    syncDocuments: { put: async () => {} },
    virtualAgent: {} as never,
    logger,
    formerSettlesInMs: 0,
    signal: new AbortController().signal,
    onFatal: () => {},
  });
  const waiting = () => relay.query(`select 1 from graphile_worker.jobs where task_identifier = 'retry-parked'`);
  while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await stop();
}

test('what is set aside is listed with its reason, and without its content', async () => {
  await parkBoth();
  const listed = await listParked(relay.pool);
  expect(listed).toMatchObject([
    { id: expect.stringMatching(/^in-\d+$/), what: 'message', dmChannelId, reason: 'twilio-0' },
    {
      id: expect.stringMatching(/^out-CH[0-9a-f]{32}-1$/),
      dmChannelId,
      reason: expect.stringContaining('does not accept'),
    },
  ]);
  expect(JSON.stringify(listed)).not.toMatch(/poison|are you there/);
});

test('both are tried again when an operator says so, and arrive once', async () => {
  for (const id of await parkBoth()) {
    expect(await retryParked(relay.pool, id)).toBe(true);
    expect(await retryParked(relay.pool, id)).toBe(true);
  }
  await runJobs();
  await relay.handleInbound();
  await relay.handleOutbound();
  expect(bodies()?.filter((body) => body === 'poison')).toHaveLength(1);
  expect(relay.discord.contents().filter((content) => content === 'are you there')).toHaveLength(1);
  expect(relay.woken).toContain(dmChannelId);
  expect(await listParked(relay.pool)).toEqual([]);
});

test('what is dropped is gone for good', async () => {
  for (const id of await parkBoth()) {
    expect(await dropParked(relay.pool, id)).toBe(true);
    expect(await dropParked(relay.pool, id)).toBe(false);
    expect(await retryParked(relay.pool, id)).toBe(false);
  }
  expect(await listParked(relay.pool)).toEqual([]);
  expect(await relay.query('select 1 from relay.inbox where payload is not null')).toEqual([]);
});
