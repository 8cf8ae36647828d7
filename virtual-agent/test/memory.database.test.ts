import { getCase } from '@discord-channel/case-management';
import { defaultAnswerPolicy } from '@discord-channel/contracts';
import { answerConversation, openCase } from '../src';
import { ConversationWorld } from './conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

/** A conversation in which the player says one thing after the other, with a bot that is never sure. */
async function talk() {
  const answerPolicy = { ...defaultAnswerPolicy, answerFrom: 1 };
  const { conversationSid, twilio, dependencies } = await world.start({ answerPolicy });
  const answer = async (body: string, customId?: string) => {
    twilio.playerWrites(body, customId ? { customId } : {});
    await answerConversation(dependencies, conversationSid);
    return twilio.said().at(-1)?.body ?? '';
  };
  return { conversationSid, twilio, dependencies, answer };
}

test('an article that was shown is not suggested again', async () => {
  const { answer } = await talk();
  expect(await answer('i forgot my password')).toContain('[Reset Password]');
  await answer('Reset Password', 'show-article:reset-password');
  const again = await answer('my password, and where is my profile progress?');
  expect(again).not.toContain('Reset Password');
  expect(again).toContain('[Viewing Profile Progress]');
});

test('"something else" brings what was neither shown nor offered, and says so when there is nothing', async () => {
  const { answer } = await talk();
  await answer('sign-in page');
  await answer('Reset Password', 'show-article:reset-password');
  expect(await answer('Something else', 'something-else:reset-password')).toContain('I have nothing else about this.');
});

test('"something else" without a question before is answered, not an error', async () => {
  const { answer } = await talk();
  expect(await answer('Something else', 'something-else:reset-password')).toContain('[Talk to an agent]');
});

test('a follow-up is read together with the question before', async () => {
  const { answer } = await talk();
  expect(await answer('and on my phone?')).toContain('I found nothing that fits.');
  await answer('where is my progress');
  expect(await answer('and on my phone?')).toContain('[Viewing Profile Progress]');
});

test('a question about "it" that finds nothing by itself is read together with the question before', async () => {
  const { answer } = await talk();
  expect(await answer('how long does it take?')).toContain('I found nothing that fits.');
  await answer('where is my progress');
  expect(await answer('how long does it take?')).toContain('[Viewing Profile Progress]');
  expect(await answer('what is the weather like')).toContain('I found nothing that fits.');
});

test('an article is not suggested again however long ago it was shown', async () => {
  const { answer } = await talk();
  await answer('Reset Password', 'show-article:reset-password');
  for (let turns = 0; turns < 55; turns += 1) await answer(`zzz ${turns}`);
  expect(await answer('i forgot my password')).not.toContain('Reset Password');
});

test('that it helped is heard, and greetings and thanks are no questions', async () => {
  const { answer } = await talk();
  expect(await answer('hi!')).toBe('Hello! Tell me in a sentence or two what you need help with.');
  await answer('Reset Password', 'show-article:reset-password');
  expect(await answer('That helped', 'helped:reset-password')).toContain('Glad to hear it!');
  expect(await answer('thank you')).toContain('You are welcome!');
});

test('the third turn in a row that did not help offers an agent', async () => {
  const { answer } = await talk();
  expect(await answer('zzz')).not.toContain('not been much help');
  expect(await answer('yyy')).not.toContain('not been much help');
  const third = await answer('xxx');
  expect(third).toContain('I have not been much help so far.');
  expect(third).toContain('[Talk to an agent]');
});

test('an answer that was posted but not written down is remembered all the same', async () => {
  const { answer, twilio } = await talk();
  twilio.failNext('postMessage', { afterwards: true });
  await answer('Reset Password', 'show-article:reset-password');
  expect(twilio.said()).toHaveLength(1);
  expect(await answer('my password does not work')).not.toContain('Reset Password');
});

test.each([
  ['a character that is cut in half where memory ends', `${'x'.repeat(399)}🎮 ${'y'.repeat(100)}`],
  ['half a character', 'my \ud83d password \udc00'],
  ['a long follow-up', `and ${'p'.repeat(110)}🎮`],
])('a message with %s is answered, and so is the next one', async (_what, body) => {
  const { answer, twilio } = await talk();
  await answer(`${'z'.repeat(285)} password`);
  await answer(body);
  expect(await answer('thank you')).toContain('You are welcome!');
  expect(twilio.said()).toHaveLength(3);
});

test('what was asked, shown and of help is on the case, once', async () => {
  const { answer, dependencies, conversationSid } = await talk();
  await answer('i forgot my \u0000password');
  await answer('Reset Password', 'show-article:reset-password');
  await answer('That helped', 'helped:reset-password');
  const opened = await openCase(dependencies, conversationSid);
  await openCase(dependencies, conversationSid);
  if (opened.kind !== 'opened') throw new Error('refused');
  const found = await getCase(world.pool, { caseId: opened.response.taskAttributes.case.id });
  if (found.kind !== 'found') throw new Error('no case');
  expect(found.case.notes).toHaveLength(1);
  expect(found.case.notes[0]).toMatchObject({ author: { kind: 'system', name: 'Virtual assistant' } });
  expect(found.case.notes[0]?.text).toContain(
    'Offered: Reset Password, Viewing Profile Progress\n- Opened: Reset Password',
  );
  expect(found.case.notes[0]?.text).toContain('Said that it helped: Reset Password');
});
