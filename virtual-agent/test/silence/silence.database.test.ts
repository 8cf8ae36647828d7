import {
  agentJoined,
  answerConversation,
  answersAwaited,
  awaitAnswer,
  endIdleChat,
  openCase,
  remindAgent,
  tellWaiting,
} from '../../src';
import { ConversationWorld } from '../conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const sid = (prefix: string) => `${prefix}${'1'.repeat(32)}`;
const interaction = { interactionSid: sid('KD'), channelSid: sid('UO') };
const jobsNamed = async (name: string) => (await world.jobs()).filter((job) => job.name === name);

async function waiting() {
  const begun = await world.start();
  begun.twilio.playerWrites('get me a human');
  await answerConversation(begun.dependencies, begun.conversationSid);
  await openCase(begun.dependencies, begun.conversationSid);
  return begun;
}

/** Kim is there, and everything of the past happened so many seconds ago. */
async function withAgent() {
  const begun = await waiting();
  const { conversationSid, twilio } = begun;
  const kim = { agentName: 'Kim', workerSid: sid('WK'), reservationSid: sid('WR'), taskSid: sid('WT'), interaction };
  await agentJoined(world.pool, { conversationSid, ...kim });
  const passes = async (seconds: number) => {
    for (const message of twilio.messages) message.createdAt = new Date(message.createdAt.getTime() - seconds * 1_000);
    await world.pool.query(
      'update virtual_agent.attendances set joined_at = joined_at - make_interval(secs => $1) where conversation_sid = $2',
      [seconds, conversationSid],
    );
  };
  return { ...begun, passes, kimWrites: (body: string) => twilio.add('kim', body) };
}

describe('a player who waits in the queue', () => {
  test('is told at growing intervals, each once, and a job comes by for the next', async () => {
    const { twilio, conversationSid, dependencies } = await waiting();
    expect(await jobsNamed('tell-waiting')).toMatchObject([{ payload: { conversationSid }, due: 'now' }]);
    const tell = () => tellWaiting(dependencies, conversationSid, [120, 420]);
    expect(await tell()).toBe('not-yet');
    expect(await jobsNamed('tell-waiting')).toMatchObject([{ due: 'later' }]);
    await world.letPass(121);
    await tell();
    await tell();
    await world.letPass(300);
    await tell();
    const told = twilio.notices().filter((text) => text.includes('still busy'));
    expect(told).toEqual([expect.stringContaining('waiting for 2 min'), expect.stringContaining('waiting for 7 min')]);
  });

  test('is told the latest only after an outage, and nothing when it is switched off', async () => {
    const { twilio, conversationSid, dependencies } = await waiting();
    await world.letPass(1_000);
    expect(await tellWaiting(dependencies, conversationSid, [])).toBe('not-yet');
    await tellWaiting(dependencies, conversationSid, [120, 420, 900]);
    expect(twilio.notices().filter((text) => text.includes('still busy'))).toEqual([
      expect.stringContaining('waiting for 15 min'),
    ]);
  });

  test('is told nothing any more once an agent is there', async () => {
    const { conversationSid, dependencies } = await withAgent();
    expect(await tellWaiting(dependencies, conversationSid, [0.001])).toBe('nothing-to-do');
  });
});

describe('an agent who does not answer', () => {
  test('is reminded in the chat once for each silence, however much the player writes meanwhile', async () => {
    const { twilio, conversationSid, dependencies, passes, kimWrites } = await withAgent();
    const remind = () => remindAgent(dependencies, conversationSid, 300);
    kimWrites('how can I help?');
    expect(await remind()).toBe('nothing-to-do');
    twilio.playerWrites('my sword is gone');
    expect(await remind()).toBe('not-yet');
    await passes(200);
    twilio.playerWrites('hello?');
    await passes(101);
    expect(await remind()).toBe('reminded');
    twilio.playerWrites('anybody?');
    await remind();
    const reminders = () => twilio.notices().filter((text) => text.includes('no answer for 5 min'));
    expect(reminders()).toHaveLength(1);
    kimWrites('I am back');
    twilio.playerWrites('good');
    await passes(301);
    await remind();
    expect(reminders()).toHaveLength(2);
  });

  test('has the whole time from the joining on for what was asked before', async () => {
    const { twilio, conversationSid, dependencies, passes } = await withAgent();
    const index = twilio.playerWrites('are you there?');
    const asked = twilio.messages[index];
    if (asked) asked.createdAt = new Date(Date.now() - 3_600_000);
    expect(await remindAgent(dependencies, conversationSid, 300)).toBe('not-yet');
    await passes(301);
    expect(await remindAgent(dependencies, conversationSid, 300)).toBe('reminded');
  });

  test('is looked after in time from the first message on: a later one puts nothing off', async () => {
    const { conversationSid } = await withAgent();
    await world.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
    await awaitAnswer(world.pool, conversationSid, 5);
    await awaitAnswer(world.pool, conversationSid, 500);
    expect(await jobsNamed('remind-agent')).toMatchObject([{ due: 'now' }]);
  });

  test('is awaited by one job, which a message that it may not have seen does not count on', async () => {
    const queueing = await waiting();
    expect(await answersAwaited(world.pool, [queueing.conversationSid])).toEqual(new Set());
    const { conversationSid } = await withAgent();
    const awaited = async () =>
      (await answersAwaited(world.pool, [queueing.conversationSid, conversationSid])).has(conversationSid);
    await world.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
    expect(await awaited()).toBe(false);
    await awaitAnswer(world.pool, conversationSid, 300);
    expect(await awaited()).toBe(true);
    const job = `graphile_worker._private_jobs set %s where key = 'answer-awaited:${conversationSid}'`;
    await world.pool.query(`update ${job.replace('%s', "locked_at = now(), locked_by = 'a worker'")}`);
    expect(await awaited()).toBe(false);
    await world.pool.query(`update ${job.replace('%s', 'locked_at = null, attempts = max_attempts')}`);
    expect(await awaited()).toBe(false);
    await world.pool.query(`update ${job.replace('%s', 'attempts = 0')}`);
    await world.pool.query(`update virtual_agent.conversations set mode = 'unattended' where conversation_sid = $1`, [
      conversationSid,
    ]);
    expect(await awaited()).toBe(false);
  });

  test('is left alone when it is switched off', async () => {
    const { twilio, conversationSid, dependencies, passes } = await withAgent();
    twilio.playerWrites('hello');
    await passes(10_000);
    expect(await remindAgent(dependencies, conversationSid, 0)).toBe('nothing-to-do');
  });
});

describe('a player who does not answer the agent', () => {
  const day = 86_400;

  test('is told after the time, and the chat ends in Flex, so that the task goes to wrap-up', async () => {
    const { twilio, conversationSid, dependencies, passes, kimWrites } = await withAgent();
    expect(await jobsNamed('end-idle-chat')).toMatchObject([{ payload: { conversationSid }, due: 'now' }]);
    kimWrites('could you send me the number?');
    expect(await endIdleChat(dependencies, conversationSid, day)).toBe('not-yet');
    expect(await jobsNamed('end-idle-chat')).toMatchObject([{ due: 'later' }]);
    await passes(day + 1);
    expect(await endIdleChat(dependencies, conversationSid, day)).toBe('ended');
    expect(twilio.notices().at(-1)).toMatch(/not heard from you for 24 h.* Your case \d+ stays open/);
    expect(twilio.endedChats).toEqual([interaction]);
    expect(await jobsNamed('settle-conversation')).toMatchObject([{ due: 'now' }]);
    expect(await endIdleChat(dependencies, conversationSid, day)).toBe('nothing-to-do');
  });

  test('is not the silent one while the agent owes an answer', async () => {
    const { twilio, conversationSid, dependencies, passes } = await withAgent();
    twilio.playerWrites('here it is');
    await passes(2 * day);
    expect(await endIdleChat(dependencies, conversationSid, day)).toBe('not-yet');
    expect(twilio.endedChats).toEqual([]);
  });

  test('keeps the chat when it is switched off', async () => {
    const { twilio, conversationSid, dependencies, passes } = await withAgent();
    await passes(9 * day);
    expect(await endIdleChat(dependencies, conversationSid, 0)).toBe('nothing-to-do');
    expect(twilio.endedChats).toEqual([]);
  });
});
