import {
  agentJoined,
  agentLeft,
  answerConversation,
  callAgentBack,
  checkHandoff,
  openCase,
  readConversation,
  settleConversation,
  stillLooking,
  taskEnded,
} from '../../src';
import { ConversationWorld } from '../conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const sid = (prefix: string, digit: string) => `${prefix}${digit.repeat(32)}`;
const interaction = { interactionSid: sid('KD', '1'), channelSid: sid('UO', '1') };
let reservations = 0;

/** An agent with a reservation and a task of their own. */
function agent(agentName: string) {
  reservations += 1;
  const number = String(reservations).padStart(32, '0');
  const own = { reservationSid: `WR${number}`, taskSid: `WT${number}`, workerSid: sid('WK', '1') };
  return { ...own, agentName, interaction };
}

async function handedOff() {
  const begun = await world.start();
  begun.twilio.playerWrites('get me a human');
  await answerConversation(begun.dependencies, begun.conversationSid);
  await openCase(begun.dependencies, begun.conversationSid);
  const { conversationSid, dependencies } = begun;
  return {
    ...begun,
    joins: (who: ReturnType<typeof agent>) => agentJoined(world.pool, { conversationSid, ...who }),
    leaves: async (who: ReturnType<typeof agent>) => {
      await agentLeft(world.pool, { conversationSid, ...who, reason: 'reservation.completed' });
      await taskEnded(world.pool, { conversationSid, ...who, reason: 'task.completed', givenUp: false });
    },
    settle: async () => {
      await settleConversation(dependencies, conversationSid);
      await world.letPass(4);
      return settleConversation(dependencies, conversationSid);
    },
    read: () => readConversation(world.pool, conversationSid),
  };
}

const jobsNamed = async (name: string) => (await world.jobs()).filter((job) => job.name === name);
const timeline = async (conversationSid: string) => {
  const { rows } = await world.pool.query<{ event: string; actor_name: string }>(
    `select event, actor_name from case_management.case_timeline t
       join case_management.case_conversations c on c.case_id = t.case_id
      where c.conversation_sid = $1 order by t.id`,
    [conversationSid],
  );
  return rows.map(({ event, actor_name }) => `${event} ${actor_name}`);
};

describe('a chat that the agent ends', () => {
  test('is over once Twilio says that the conversation is closed', async () => {
    const { twilio, joins, leaves, settle, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    expect(await jobsNamed('settle-conversation')).toMatchObject([{ due: 'now' }]);
    twilio.closed = true;
    expect(await settle()).toBe('nothing-to-do');
    expect((await read())?.mode).toBe('ended');
    expect(await jobsNamed('tell-player')).toHaveLength(1);
  });

  test('and is closed a moment later only, is not taken for one that was left', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    expect(await settleConversation(dependencies, conversationSid)).toBe('waiting');
    expect((await read())?.mode).toBe('agent');
    twilio.closed = true;
    expect(await settleConversation(dependencies, conversationSid)).toBe('ended');
    expect(twilio.notices().join()).not.toContain('has left');
  });
});

describe('a conversation that its agent left or parked', () => {
  test('stays open, and the player is told once who left and that a message brings somebody', async () => {
    const { twilio, joins, leaves, settle, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    expect(await settle()).toBe('unattended');
    expect(await settle()).toBe('nothing-to-do');
    expect((await read())?.mode).toBe('unattended');
    const left = twilio.notices().filter((text) => text.startsWith('Kim has left the conversation.'));
    expect(left).toEqual([expect.stringMatching(/Your case \d+ stays open\. Write here/)]);
  });

  test('gets an invite into the same Interaction and case with the player’s next message, once', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, settle, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    await settle();
    const caseBefore = (await read())?.case;
    expect(await callAgentBack(dependencies, conversationSid)).toBe('nothing-to-do');
    twilio.playerWrites('one more thing');
    expect(await callAgentBack(dependencies, conversationSid)).toBe('called');
    expect(await callAgentBack(dependencies, conversationSid)).toBe('nothing-to-do');
    expect(twilio.invites).toMatchObject([{ interaction, attributes: { conversationSid } }]);
    expect(await read()).toMatchObject({ mode: 'handing-off', case: caseBefore });
  });

  test('and that the player wrote in before anybody noticed, is looked after at once', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    expect(await settleConversation(dependencies, conversationSid)).toBe('waiting');
    twilio.playerWrites('wait, one more thing');
    await world.letPass(4);
    expect(await settleConversation(dependencies, conversationSid)).toBe('handing-off');
    expect(twilio.notices().at(-1)).toBe('Kim has left the conversation. I am looking for a colleague for you.');
    expect(await jobsNamed('check-handoff')).toMatchObject([{ due: 'now' }]);
    await checkHandoff(dependencies, conversationSid);
    await checkHandoff(dependencies, conversationSid);
    expect(twilio.invites).toMatchObject([{ interaction }]);
    expect((await read())?.mode).toBe('handing-off');
  });

  test('in which the player wrote while its notice was posted, has that message looked at', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, settle } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    twilio.before = (call) => {
      if (call === 'postMessage') twilio.playerWrites('hello?');
    };
    expect(await settle()).toBe('unattended');
    expect(await jobsNamed('answer-unanswered')).toMatchObject([{ payload: { conversationSid }, due: 'now' }]);
    expect(await callAgentBack(dependencies, conversationSid)).toBe('called');
  });

  test('and that nobody comes back to, is given to the bot', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, settle, read } = await handedOff();
    const kim = agent('Kim');
    await joins(kim);
    await leaves(kim);
    await settle();
    twilio.playerWrites('hello?');
    await callAgentBack(dependencies, conversationSid);
    const { taskSid } = agent('nobody');
    await taskEnded(world.pool, { conversationSid, taskSid, reason: 'task.canceled', givenUp: true });
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect((await read())?.mode).toBe('bot');
    expect(twilio.studioWebhook).toBe(true);
    twilio.playerWrites('password');
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  });
});

describe('a transfer', () => {
  test('accepted before the first agent was done: each is announced once, and the chat goes on', async () => {
    const { conversationSid, twilio, joins, leaves, settle, read } = await handedOff();
    const [kim, noor] = [agent('Kim'), agent('Noor')];
    await joins(kim);
    await joins(noor);
    await leaves(kim);
    expect(await settle()).toBe('nothing-to-do');
    expect((await read())?.mode).toBe('agent');
    expect((await jobsNamed('announce-agent')).map(({ payload }) => payload.agentName)).toEqual(['Kim', 'Noor']);
    expect(twilio.notices().join()).not.toContain('has left');
    expect(await timeline(conversationSid)).toEqual([
      'case-opened Wumpus',
      'agent-joined Kim',
      'agent-joined Noor',
      'agent-left Kim',
    ]);
  });

  test('not accepted yet: the player is told who left and that a colleague is looked for', async () => {
    const { twilio, joins, leaves, settle, read } = await handedOff();
    const [kim, noor] = [agent('Kim'), agent('Noor')];
    await joins(kim);
    twilio.tasks = [kim.taskSid, noor.taskSid];
    await leaves(kim);
    expect(await settle()).toBe('handing-off');
    expect(twilio.notices().at(-1)).toBe('Kim has left the conversation. I am looking for a colleague for you.');
    await joins(noor);
    expect(await read()).toMatchObject({ mode: 'agent', taskSid: noor.taskSid });
  });

  test('that the colleague refuses asks the queue, and only then gives the player back to the bot', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, settle, read } = await handedOff();
    const [kim, noor] = [agent('Kim'), agent('Noor')];
    await joins(kim);
    twilio.tasks = [noor.taskSid];
    await leaves(kim);
    await settle();
    const refused = { conversationSid, ...noor, reason: 'task.canceled', givenUp: true };
    await taskEnded(world.pool, refused);
    await taskEnded(world.pool, refused);
    expect((await read())?.mode).toBe('handing-off');
    expect(await checkHandoff(dependencies, conversationSid)).toBe('interaction-created');
    expect(twilio.invites).toHaveLength(1);
    const { taskSid } = agent('nobody');
    await taskEnded(world.pool, { conversationSid, taskSid, reason: 'task.canceled', givenUp: true });
    expect(await checkHandoff(dependencies, conversationSid)).toBe('returned-to-bot');
    expect((await read())?.mode).toBe('bot');
  });

  test('that was refused before it was noticed asks the queue all the same', async () => {
    const { twilio, conversationSid, dependencies, joins, leaves, settle, read } = await handedOff();
    const [kim, noor] = [agent('Kim'), agent('Noor')];
    await joins(kim);
    await leaves(kim);
    await taskEnded(world.pool, { conversationSid, ...noor, reason: 'task.canceled', givenUp: true });
    expect(await settle()).toBe('handing-off');
    expect(await checkHandoff(dependencies, conversationSid)).toBe('interaction-created');
    expect(twilio.invites).toHaveLength(1);
    expect((await read())?.mode).toBe('handing-off');
  });

  test('whose second agent ends the chat is over', async () => {
    const { twilio, joins, leaves, settle, read } = await handedOff();
    const [kim, noor] = [agent('Kim'), agent('Noor')];
    await joins(kim);
    await joins(noor);
    await leaves(kim);
    await leaves(noor);
    twilio.closed = true;
    await settle();
    expect((await read())?.mode).toBe('ended');
  });
});

describe('events in any order', () => {
  test('a departure before its arrival: nobody is announced, and the watchdog looks for an agent', async () => {
    const { conversationSid, dependencies, joins, leaves, read } = await handedOff();
    const kim = agent('Kim');
    await leaves(kim);
    await joins(kim);
    expect(await jobsNamed('announce-agent')).toEqual([]);
    expect((await read())?.mode).toBe('handing-off');
    expect(await settleConversation(dependencies, conversationSid)).toBe('waiting');
    expect(await jobsNamed('check-handoff')).toMatchObject([{ due: 'now' }]);
  });

  test('a refusal that is told late, when an agent is there, says nothing', async () => {
    const { conversationSid, joins } = await handedOff();
    await joins(agent('Kim'));
    await stillLooking(world.pool, conversationSid);
    expect(await jobsNamed('post-notice')).toEqual([]);
  });
});

test('refusals and time-outs of one hand-off are told to the player once', async () => {
  const { conversationSid } = await handedOff();
  await stillLooking(world.pool, conversationSid);
  await stillLooking(world.pool, conversationSid);
  expect(await jobsNamed('post-notice')).toMatchObject([
    { payload: { key: 'still-looking:1', text: expect.stringContaining('still looking') } },
  ]);
});
