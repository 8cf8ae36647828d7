import { deleteCase, getCase } from '@discord-channel/case-management';
import { maxTaskAttributesLength } from '@discord-channel/contracts';
import {
  agentJoined,
  answerConversation,
  ConversationGoneError,
  checkHandoff,
  conversationEnded,
  handoffFailed,
  openCase,
  readConversation,
  taskEnded,
} from '../src';
import { ConversationWorld, origin } from './conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const sid = (prefix: string, digit: string) => `${prefix}${digit.repeat(32)}`;
const taskSid = sid('WT', '1');
const reservationSid = sid('WR', '1');
const kim = { reservationSid, taskSid, agentName: 'Kim', workerSid: sid('WK', '1'), interaction: null };

/** A conversation whose player has asked for an agent, and whose case is open. */
async function handedOff() {
  const begun = await world.start();
  begun.twilio.playerWrites('i forgot my password, get me a human');
  await answerConversation(begun.dependencies, begun.conversationSid);
  const result = await openCase(begun.dependencies, begun.conversationSid);
  if (result.kind !== 'opened') throw new Error('The hand-off did not begin');
  return { ...begun, response: result.response, joined: { ...begun, ...kim } };
}

const modeOf = async (conversationSid: string) => (await readConversation(world.pool, conversationSid))?.mode;

describe('opening the case', () => {
  test('tells the number and the transfer, stops the flow, and gives the task what the agent must see', async () => {
    const { conversationSid, twilio, response } = await handedOff();
    expect(twilio.notices()).toEqual([
      `Great! Your case id is ${response.caseNumber}.`,
      'Transferring you to one of our agents...',
    ]);
    expect(twilio.studioWebhook).toBe(false);
    expect(response.taskAttributes).toMatchObject({
      channelType: 'discord',
      name: 'Wumpus',
      customerAddress: `discord:${origin.userId}`,
      conversationSid,
      case: { number: response.caseNumber },
      discord: { guildName: 'Wumpus Quest' },
    });
    expect(JSON.stringify(response.taskAttributes).length).toBeLessThanOrEqual(maxTaskAttributesLength);
    const found = await getCase(world.pool, { conversationSid });
    expect(found).toMatchObject({ case: { subject: 'i forgot my password, get me a human', status: 'open' } });
  });

  test('leaves a job that looks after it, and one for a long wait', async () => {
    const { conversationSid } = await handedOff();
    expect(await world.jobs()).toEqual([
      { name: 'check-handoff', payload: { conversationSid }, key: `handoff:${conversationSid}`, due: 'later' },
      { name: 'tell-waiting', payload: { conversationSid }, key: `waiting:${conversationSid}`, due: 'now' },
    ]);
  });

  test('twice, even at once, is one case, and the player is told once', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('agent');
    await answerConversation(dependencies, conversationSid);
    const results = await Promise.all([
      openCase(dependencies, conversationSid),
      openCase(dependencies, conversationSid),
    ]);
    results.push(await openCase(dependencies, conversationSid));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(twilio.notices()).toHaveLength(2);
  });

  test('goes on when Twilio fails, and the watchdog says what could not be said, once', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('agent');
    await answerConversation(dependencies, conversationSid);
    twilio.failNext('postMessage', { afterwards: true });
    expect(await openCase(dependencies, conversationSid)).toMatchObject({ kind: 'opened' });
    expect(twilio.notices()).toHaveLength(1);
    twilio.tasks = [taskSid];
    await world.letPass(20);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('task-found');
    expect(twilio.notices()).toHaveLength(2);
  });

  test('is refused when an agent is there, when it is over, and when nobody knows the conversation', async () => {
    const { conversationSid, dependencies, joined } = await handedOff();
    await agentJoined(world.pool, joined);
    expect(await openCase(dependencies, conversationSid)).toEqual({ kind: 'refused', mode: 'agent' });
    await conversationEnded(world.pool, conversationSid);
    expect(await openCase(dependencies, conversationSid)).toEqual({ kind: 'refused', mode: 'ended' });
    expect(await openCase(dependencies, sid('CH', 'f'))).toEqual({ kind: 'refused', mode: 'unknown' });
  });
});

describe('a hand-off that Studio could not finish', () => {
  test('gives the player back to the bot, which answers again; the case stays open', async () => {
    const { conversationSid, twilio, dependencies, response } = await handedOff();
    twilio.playerWrites('are you still there');
    await handoffFailed(dependencies, conversationSid);
    expect(twilio.notices().at(-1)).toBe(
      `I could not reach our agents just now. Your case ${response.caseNumber} stays open and you can ask for an agent again.`,
    );
    expect(twilio.studioWebhook).toBe(true);
    twilio.playerWrites('password');
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    // What was said while an agent was awaited is not answered one by one afterwards.
    expect(twilio.said().filter(({ attributes }) => attributes?.origin === 'virtual-agent')).toHaveLength(1);
    expect(await getCase(world.pool, { conversationSid })).toMatchObject({ case: { status: 'open' } });
  });

  test('told twice, says it once; asked for again, it is the same case and is announced again', async () => {
    const { conversationSid, twilio, dependencies, response } = await handedOff();
    await handoffFailed(dependencies, conversationSid);
    await handoffFailed(dependencies, conversationSid);
    expect(twilio.notices()).toHaveLength(3);
    twilio.playerWrites('agent!');
    expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
    expect(await openCase(dependencies, conversationSid)).toMatchObject({
      response: { caseNumber: response.caseNumber },
    });
    expect(twilio.notices()).toHaveLength(5);
  });

  test('is finished by the watchdog when Twilio failed half-way', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    twilio.failNext('restoreStudioWebhook');
    await expect(handoffFailed(dependencies, conversationSid)).rejects.toThrow();
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect(twilio.studioWebhook).toBe(true);
    expect(twilio.notices()).toHaveLength(3);
  });

  test('in a conversation that is closed by now, tells the player straight in the DM', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    twilio.failNext('postMessage', { error: new ConversationGoneError('closed') });
    await handoffFailed(dependencies, conversationSid);
    expect(await modeOf(conversationSid)).toBe('ended');
    expect(await world.jobs()).toContainEqual(
      expect.objectContaining({
        name: 'tell-player',
        payload: expect.objectContaining({ dmChannelId: origin.dmChannelId }),
      }),
    );
  });

  test('leaves an agent alone who has the conversation meanwhile', async () => {
    const { conversationSid, twilio, dependencies, joined } = await handedOff();
    await agentJoined(world.pool, joined);
    await handoffFailed(dependencies, conversationSid);
    expect(await modeOf(conversationSid)).toBe('agent');
    expect(twilio.notices()).toHaveLength(2);
  });

  test('before its case was open is taken up by the worker', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('agent');
    await answerConversation(dependencies, conversationSid);
    await handoffFailed(dependencies, conversationSid);
    expect(await world.jobs()).toMatchObject([{ name: 'answer-unanswered', payload: { conversationSid } }]);
    expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
  });
});

describe('the watchdog', () => {
  test('waits as long as Studio may still be at it', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    expect(await checkHandoff(dependencies, conversationSid)).toBe('waiting');
    expect(twilio.calls).not.toContain('findTask');
  });

  test('does nothing when the task is there', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    twilio.tasks = [taskSid];
    await world.letPass(20);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('task-found');
    expect(twilio.interactions).toEqual([]);
  });

  test('looks twice before it creates the Interaction, and creates one', async () => {
    const { conversationSid, twilio, dependencies, response } = await handedOff();
    await world.letPass(20);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('waiting');
    await world.letPass(5);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('interaction-created');
    expect(twilio.interactions).toEqual([response.taskAttributes]);
    await world.letPass(15);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('waiting');
    twilio.tasks = [taskSid];
    expect(await checkHandoff(dependencies, conversationSid)).toBe('task-found');
    expect(twilio.interactions).toHaveLength(1);
  });

  test('gives the player back after three minutes without any task', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    await world.letPass(200);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect(await modeOf(conversationSid)).toBe('bot');
    expect(twilio.notices().at(-1)).toContain('I could not reach our agents');
    expect(await checkHandoff(dependencies, conversationSid)).toBe('nothing-to-do');
  });

  test('has nothing to do once an agent is there', async () => {
    const { conversationSid, dependencies, joined } = await handedOff();
    await agentJoined(world.pool, joined);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('nothing-to-do');
  });
});

describe('what TaskRouter tells, at least once and in any order', () => {
  const jobsNamed = async (name: string) => (await world.jobs()).filter((job) => job.name === name);

  test('an agent joins: announced under the reservation’s key', async () => {
    const { conversationSid, joined } = await handedOff();
    await agentJoined(world.pool, joined);
    await agentJoined(world.pool, joined);
    expect(await modeOf(conversationSid)).toBe('agent');
    const key = `joined:${reservationSid}`;
    expect(await jobsNamed('announce-agent')).toMatchObject([
      { key, payload: { conversationSid, key, agentName: 'Kim' } },
    ]);
  });

  test('the chat ends: the player is told the case’s number in the DM, once', async () => {
    const { conversationSid, joined, response } = await handedOff();
    await agentJoined(world.pool, joined);
    await conversationEnded(world.pool, conversationSid);
    await conversationEnded(world.pool, conversationSid);
    const key = `ended:${conversationSid}`;
    expect(await jobsNamed('tell-player')).toMatchObject([
      {
        key,
        payload: { dmChannelId: origin.dmChannelId, key, text: expect.stringContaining(`${response.caseNumber}`) },
      },
    ]);
  });

  test('about a case that a supervisor deleted goes on and ends, and its number is not named any more', async () => {
    const { conversationSid, joined } = await handedOff();
    const caseId = (await readConversation(world.pool, conversationSid))?.case?.id ?? '';
    const actor = { kind: 'agent', id: 'sam', name: 'sam@example.com' } as const;
    expect(await deleteCase(world.pool, { caseId, version: 1, notes: 0, actor })).toMatchObject({ kind: 'deleted' });
    await agentJoined(world.pool, joined);
    expect(await modeOf(conversationSid)).toBe('agent');
    await conversationEnded(world.pool, conversationSid);
    const jobs = await world.jobs();
    expect(jobs.find(({ key }) => key === `ended:${conversationSid}`)?.payload.text).toBe(
      'This chat has ended. Write to me any time you need help again.',
    );
    expect(jobs.filter(({ name }) => name === 'follow-case')).toEqual([]);
  });

  test('joined after ended changes nothing', async () => {
    const { conversationSid, joined } = await handedOff();
    await conversationEnded(world.pool, conversationSid);
    await agentJoined(world.pool, joined);
    expect(await modeOf(conversationSid)).toBe('ended');
    expect(await jobsNamed('announce-agent')).toEqual([]);
  });

  test('a task cancelled before anybody accepted: the bot is back, the player is told, the flow listens', async () => {
    const { conversationSid, twilio, dependencies } = await handedOff();
    const event = { conversationSid, taskSid, reason: 'task.canceled', givenUp: true };
    await taskEnded(world.pool, event);
    await taskEnded(world.pool, event);
    expect(await jobsNamed('check-handoff')).toMatchObject([{ due: 'now' }]);
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect(twilio.notices().at(-1)).toContain('I could not reach our agents');
    expect(twilio.studioWebhook).toBe(true);
  });

  test('what is heard late of a cancelled task does not disturb the next hand-off', async () => {
    const { conversationSid, twilio, dependencies, joined } = await handedOff();
    const event = { conversationSid, taskSid, reason: 'task.canceled', givenUp: true };
    await taskEnded(world.pool, event);
    await checkHandoff(dependencies, conversationSid);
    twilio.playerWrites('agent');
    await answerConversation(dependencies, conversationSid);
    await openCase(dependencies, conversationSid);
    await taskEnded(world.pool, event);
    await agentJoined(world.pool, joined);
    await taskEnded(world.pool, { ...event, reason: 'task.deleted' });
    expect(await modeOf(conversationSid)).toBe('handing-off');
  });

  test('a task that is deleted after the chat ended changes nothing', async () => {
    const { conversationSid, joined } = await handedOff();
    await agentJoined(world.pool, joined);
    await conversationEnded(world.pool, conversationSid);
    await taskEnded(world.pool, { conversationSid, taskSid, reason: 'task.deleted', givenUp: true });
    expect(await modeOf(conversationSid)).toBe('ended');
  });

  test('of a conversation that nobody knows is ignored', async () => {
    await world.start();
    const conversationSid = sid('CH', 'e');
    await agentJoined(world.pool, { conversationSid, ...kim });
    await conversationEnded(world.pool, conversationSid);
    await taskEnded(world.pool, { conversationSid, taskSid, reason: 'task.canceled', givenUp: true });
    expect(await world.jobs()).toEqual([]);
  });
});
