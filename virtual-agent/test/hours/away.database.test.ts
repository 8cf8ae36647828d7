import { answerConversation, callAgentBack, openCase, readConversation, saveOperatingHours } from '../../src';
import { ConversationWorld, origin } from '../conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const owner = { applicationId: origin.applicationId, guildId: origin.guildId ?? '' };
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const everyDay = (span: string) => Object.fromEntries(weekdays.map((day) => [day, [span]]));
/** Open for a minute that has just passed, whatever the time is. */
const closed = () => {
  const minute = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString().slice(11, 16);
  return { timeZone: 'UTC', week: everyDay(`${minute(3)}-${minute(2)}`), holidays: [], message: {} };
};
const open = () => ({ timeZone: 'UTC', week: everyDay('00:00-24:00'), holidays: [], message: {} });

afterEach(() => saveOperatingHours(world.pool, owner, undefined));

test('outside the hours a case is opened instead of a task, and the bot goes on answering', async () => {
  await saveOperatingHours(world.pool, owner, closed());
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('i want to talk to a human');
  twilio.playerWrites('i forgot my password');
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  const conversation = await readConversation(world.pool, conversationSid);
  expect(conversation).toMatchObject({ mode: 'bot', handoffRequested: false, case: { number: expect.any(Number) } });
  const [away, answer] = twilio.said();
  expect(away?.attributes).toMatchObject({ presentation: { text: expect.stringMatching(/<t:\d+:F> \(<t:\d+:R>\)/) } });
  expect(away?.body).toContain(`case ${conversation?.case?.number}`);
  expect(answer?.body).toContain('Suggested Article: Reset Password');
  expect(await world.jobs()).toEqual([]);
});

test('asked again there is one case, and once they are there the hand-off goes on in it', async () => {
  await saveOperatingHours(world.pool, owner, closed());
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('human please');
  await answerConversation(dependencies, conversationSid);
  twilio.playerWrites('Talk to an agent', { customId: 'request-agent' });
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()).toHaveLength(2);
  const before = await readConversation(world.pool, conversationSid);
  await saveOperatingHours(world.pool, owner, open());
  twilio.playerWrites('human please');
  expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
  const opened = await openCase(dependencies, conversationSid);
  expect(opened).toMatchObject({ kind: 'opened', response: { caseNumber: before?.case?.number } });
});

test('words that were posted but not written down are not said twice', async () => {
  await saveOperatingHours(world.pool, owner, closed());
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('human please');
  twilio.failNext('postMessage', { afterwards: true });
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.said()).toHaveLength(1);
});

test('in a conversation that its agents left, the player is told once and an agent asked for when they are back', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  await openCase(dependencies, conversationSid);
  await world.pool.query(`update virtual_agent.conversations set mode = 'unattended' where conversation_sid = $1`, [
    conversationSid,
  ]);
  await saveOperatingHours(world.pool, owner, closed());
  twilio.playerWrites('are you still there?');
  expect(await callAgentBack(dependencies, conversationSid)).toBe('away');
  expect(await callAgentBack(dependencies, conversationSid)).toBe('away');
  expect(twilio.said().filter(({ body }) => body.includes('not here right now'))).toHaveLength(1);
  expect(await world.jobs()).toContainEqual(expect.objectContaining({ name: 'answer-unanswered', due: 'later' }));
  await saveOperatingHours(world.pool, owner, open());
  expect(await callAgentBack(dependencies, conversationSid)).toBe('called');
});
