import { openCase } from '@discord-channel/case-management';
import { inTransaction } from '@discord-channel/database';
import { agentJoined, beginOutreach, callAgentBack, checkHandoff, readConversation, taskEnded } from '../../src';
import { ConversationWorld } from '../conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const sid = (prefix: string, digit: string) => `${prefix}${digit.repeat(32)}`;
const workerSid = sid('WK', '1');

async function written() {
  const begun = await world.start();
  const { conversationSid } = begun;
  const conversation = await readConversation(world.pool, conversationSid);
  if (!conversation) throw new Error('No conversation');
  const { origin } = conversation;
  const actor = { kind: 'player', id: origin.userId, name: origin.displayName } as const;
  const { caseId, caseNumber } = await inTransaction(world.pool, (db) =>
    openCase(db, { origin, conversationSid, subject: 'password', source: 'discord-dm', actor }),
  );
  const about = { id: caseId, number: caseNumber };
  const begin = () =>
    inTransaction(world.pool, (db) => beginOutreach(db, { conversationSid, case: about, workerSid, messageIndex: -1 }));
  expect(await begin()).toBe('begun');
  return { ...begun, begin, read: () => readConversation(world.pool, conversationSid) };
}

describe('a conversation that an agent began', () => {
  test('is brought to that agent and nobody else, and the player is promised nobody', async () => {
    const { dependencies, twilio, conversationSid } = await written();
    expect(await checkHandoff(dependencies, conversationSid)).toBe('interaction-created');
    expect(twilio.targets).toEqual([{ workerSid }]);
    expect(twilio.studioWebhook).toBe(false);
    expect(twilio.messages).toEqual([]);
    await world.letPass(20);
    twilio.tasks.push(sid('WT', '1'));
    expect(await checkHandoff(dependencies, conversationSid)).toBe('task-found');
    expect(twilio.messages).toEqual([]);
  });

  test('is that agent’s once the task is accepted, and cannot be begun again meanwhile', async () => {
    const { conversationSid, begin, read } = await written();
    expect(await begin()).toBe('busy');
    const own = { reservationSid: sid('WR', '1'), taskSid: sid('WT', '1'), workerSid };
    await agentJoined(world.pool, { conversationSid, ...own, agentName: 'Kim', interaction: null });
    expect(await read()).toMatchObject({ mode: 'agent', outreachWorkerSid: null });
    expect(await begin()).toBe('busy');
  });

  test('is nobody’s when the agent does not take it: nothing is said, and an answer calls another agent', async () => {
    const { conversationSid, dependencies, twilio, read } = await written();
    await checkHandoff(dependencies, conversationSid);
    const over = { conversationSid, taskSid: sid('WT', '2'), reason: 'task.canceled', givenUp: true };
    await taskEnded(world.pool, over);
    await taskEnded(world.pool, over);
    expect(await read()).toMatchObject({ mode: 'unattended', outreachWorkerSid: null });
    expect(twilio.messages).toEqual([]);
    twilio.playerWrites('who is there?');
    await world.letPass(61);
    expect(await callAgentBack(dependencies, conversationSid)).toBe('called');
    expect(twilio.targets.at(-1)).toEqual({ workerSid: null });
  });

  test('is nobody’s when no task appears', async () => {
    const { conversationSid, dependencies, twilio, read } = await written();
    await checkHandoff(dependencies, conversationSid);
    await world.letPass(200);
    await checkHandoff(dependencies, conversationSid);
    expect(await read()).toMatchObject({ mode: 'unattended' });
    expect(twilio.messages).toEqual([]);
  });
});
