import { enqueueJob } from '@discord-channel/database';
import type { VirtualAgentDependencies } from '@discord-channel/virtual-agent';
import { runEffects } from '../../src/effects/run-effects';
import { applicationId, direct, dmChannelId, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
});

/** The conversation through the virtual agent's own view of Twilio, on the same double. */
function start() {
  const posted: string[] = [];
  const twilio: Pick<VirtualAgentDependencies['twilio'], 'findNotice' | 'postMessage'> = {
    findNotice: async (_sid, key) =>
      posted.includes(key) ? { kind: 'found', message: { sid: 'IM', index: 0 } } : { kind: 'not-found' },
    postMessage: async (sid, { body, attributes }) => {
      posted.push(JSON.parse(attributes).key);
      return relay.twilio.say(sid, 'Virtual assistant', body, attributes);
    },
  };
  return runEffects({
    silence: { waitingNotices: [], agent: 0, player: 0 },
    caseReminderSeconds: 0,
    pool: relay.pool,
    rest: relay.discord.rest,
    applicationId,
    lanes: relay.lanes,
    inboundLanes: relay.lanes,
    conversations: relay.twilio.api,
    syncDocuments: { put: async () => {} },
    virtualAgent: { twilio } as VirtualAgentDependencies,
    logger,
    formerSettlesInMs: 0,
    signal: new AbortController().signal,
    onFatal: (error) => {
      throw error;
    },
  });
}

const ended = { dmChannelId, key: 'ended:1', text: 'This chat has ended.' };

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('the player is told through the queue of the DM', async () => {
  await enqueueJob(relay.pool, 'tell-player', ended);
  const effects = await start();
  await until(() => relay.woken.includes(dmChannelId));
  await effects.stop();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['This chat has ended.']);
});

test('a job that a killed worker had begun runs again', async () => {
  await enqueueJob(relay.pool, 'tell-player', ended);
  await relay.pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1`,
  );
  const effects = await start();
  await until(() => relay.woken.includes(dmChannelId));
  await effects.stop();
});

test('an agent is announced in the conversation once per reservation, however often the job runs', async () => {
  const conversationSid = relay.twilio.conversations[0]?.sid ?? '';
  const effects = await start();
  const jobsLeft = async () =>
    (await relay.query(`select 1 from graphile_worker.jobs where task_identifier = 'announce-agent'`)).length;
  for (let times = 0; times < 2; times += 1) {
    await enqueueJob(relay.pool, 'announce-agent', { conversationSid, key: 'joined:WR1', agentName: 'Kim' });
    await until(async () => (await jobsLeft()) === 0);
  }
  await effects.stop();
  expect(relay.twilio.conversations[0]?.messages.map(({ body }) => body)).toEqual([
    'hello',
    'Kim has joined the conversation.',
  ]);
});

describe('an agent is done with the conversation', () => {
  const settled = async (isOpen: boolean) => {
    const conversationSid = relay.twilio.conversations[0]?.sid ?? '';
    await relay.pool.query(`update virtual_agent.conversations set mode = 'agent'`);
    const effects = await runEffects({
      silence: { waitingNotices: [], agent: 0, player: 0 },
      caseReminderSeconds: 0,
      pool: relay.pool,
      rest: relay.discord.rest,
      applicationId,
      lanes: relay.lanes,
      inboundLanes: relay.lanes,
      conversations: relay.twilio.api,
      syncDocuments: { put: async () => {} },
      virtualAgent: {
        database: relay.pool,
        logger,
        twilio: {
          isOpen: async () => isOpen,
          findTask: async () => ({ kind: 'not-found' }),
        } as Partial<VirtualAgentDependencies['twilio']>,
      } as unknown as VirtualAgentDependencies,
      logger,
      formerSettlesInMs: 0,
      signal: new AbortController().signal,
      onFatal: (error) => {
        throw error;
      },
    });
    await enqueueJob(relay.pool, 'settle-conversation', { conversationSid });
    await until(
      async () =>
        (
          await relay.query(
            `select 1 from graphile_worker.jobs where task_identifier = 'settle-conversation' and run_at <= now()`,
          )
        ).length === 0,
    );
    await effects.stop();
    return relay.query('select state from relay.conversations');
  };

  test('and Twilio says that it is closed: the next message begins another one', async () => {
    expect(await settled(false)).toEqual([{ state: 'closed' }]);
  });

  test('and it is open: the next message stays in it', async () => {
    expect(await settled(true)).toEqual([{ state: 'open' }]);
  });
});
