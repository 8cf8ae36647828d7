import { virtualAgentAuthor } from '@discord-channel/contracts';
import { answerConversation, ConversationGoneError, conversationEnded, openCase, readConversation } from '../src';
import { takeLease } from '../src/store/lease';
import { ConversationWorld } from './conversation-world';

let world: ConversationWorld;
beforeAll(async () => {
  world = await ConversationWorld.open();
});
afterAll(() => world.close());

const question = 'Does one of these categories help?';

test('a question is answered with the articles that fit and a way to an agent', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('i think i forgot my password');
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.said()).toEqual([
    {
      body: `${question}\n[Reset Password] [Viewing Profile Progress] [Talk to an agent]`,
      attributes: {
        origin: 'virtual-agent',
        answers: 0,
        part: 0,
        presentation: {
          text: question,
          buttons: [
            { id: 'show-article:reset-password', label: 'Reset Password', style: 'primary' },
            { id: 'show-article:profile', label: 'Viewing Profile Progress', style: 'primary' },
            { id: 'request-agent', label: 'Talk to an agent', style: 'secondary' },
          ],
        },
      },
    },
  ]);
});

test('a question that one article surely answers is answered with it', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('reset password');
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()[0]?.body).toContain('Suggested Article: Reset Password');
});

test('a question about something else is not answered with articles', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('where do black holes and progress come from in the universe');
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()[0]?.body).toBe(
    'I found nothing that fits. You can say it in other words, or talk to an agent.\n[Talk to an agent]',
  );
});

test('the policy decides how sure the bot has to be', async () => {
  const cautious = { answerPolicy: { answerFrom: 1, offerFrom: 0 } };
  const { conversationSid, twilio, dependencies } = await world.start(cautious);
  twilio.playerWrites('reset password');
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()[0]?.body).toContain(question);
});

test('a pressed article is shown as a card', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('Reset Password', { customId: 'show-article:reset-password' });
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()[0]).toMatchObject({
    body: 'Suggested Article: Reset Password\nReset Password\nhttps://support.example/reset-password\nChoose Forgot password? on the sign-in page.\n[That helped] [Something else] [Talk to an agent]',
    attributes: { presentation: { article: { title: 'Reset Password', category: 'Account' } } },
  });
});

test.each([
  ['an article that is gone', { customId: 'show-article:gone' }, 'That article is no longer there.'],
  ['a forged button', { customId: 'delete-everything' }, 'I found nothing that fits.'],
])('a press for %s gets words and a way to an agent', async (_, discord, text) => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('Press', discord);
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()[0]?.body).toContain(text);
  expect(twilio.said()[0]?.body).toContain('[Talk to an agent]');
});

test('the files behind a text get no answer of their own, and a message that is nothing but a file gets one', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('i think i forgot my password');
  twilio.playerWrites('', { part: 1 });
  twilio.playerWrites('', { part: 2 });
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.said()).toHaveLength(1);
  twilio.playerWrites('');
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said()).toHaveLength(2);
  expect(twilio.said()[1]?.body).toContain('I found nothing that fits.');
});

test('several messages are answered each, in their order, and never again', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('password');
  twilio.playerWrites('hello');
  twilio.playerWrites('progress');
  await answerConversation(dependencies, conversationSid);
  await answerConversation(dependencies, conversationSid);
  expect(twilio.said().map(({ attributes }) => attributes)).toMatchObject([
    { answers: 0 },
    { answers: 1 },
    { answers: 2 },
  ]);
});

test('only the player is answered: neither the bot itself, nor an agent, nor a stranger', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.add(virtualAgentAuthor, 'password', { origin: 'notice', key: 'greeting' });
  twilio.add('kim_40example_2Ecom', 'password');
  twilio.add('discord_300000000000000099', 'password');
  twilio.add('discord_300000000000000001x', 'password');
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.messages).toHaveLength(4);
});

test('a conversation that nobody knows is left alone', async () => {
  const { dependencies } = await world.start();
  expect(await answerConversation(dependencies, `CH${'f'.repeat(32)}`)).toBe('ignored');
});

describe('an agent is asked for', () => {
  test.each([
    ['in words', 'that was helpful but i want to talk to a live agent', {}],
    ['by the button', 'Talk to an agent', { customId: 'request-agent' }],
  ])('%s', async (_, body, discord) => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites(body, discord);
    expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
    expect(twilio.said()).toEqual([]);
  });

  test('right after a question: the question is answered first, then comes the hand-off', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    // The second message arrives while the first is being answered: Studio starts no execution for it.
    twilio.before = (call) => {
      if (call === 'postMessage') twilio.playerWrites('i want to talk to an agent');
    };
    expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
    expect(twilio.said()).toHaveLength(1);
    expect(twilio.said()[0]?.body).toContain('Suggested Article: Reset Password');
  });

  test('and asked for again before the hand-off: still a hand-off, and the bot says no more', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('agent please');
    await answerConversation(dependencies, conversationSid);
    twilio.playerWrites('password');
    expect(await answerConversation(dependencies, conversationSid)).toBe('handoff');
    expect(twilio.said()).toEqual([]);
  });
});

test.each(['handing-off', 'ended'] as const)('the bot keeps silent in mode %s', async (mode) => {
  const { conversationSid, twilio, dependencies } = await world.start();
  await openCase(dependencies, conversationSid);
  if (mode === 'ended') {
    await conversationEnded(world.pool, conversationSid);
  }
  const before = twilio.messages.length;
  twilio.playerWrites('password');
  expect(await answerConversation(dependencies, conversationSid)).toBe('ignored');
  expect(twilio.messages).toHaveLength(before + 1);
});

describe('two at once', () => {
  test('one answers, the other leaves; every message is answered once', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    for (let count = 0; count < 5; count += 1) twilio.playerWrites('password');
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => answerConversation(dependencies, conversationSid)),
    );
    expect(outcomes).toContain('answered');
    expect(twilio.said()).toHaveLength(5);
  });

  test('a message that comes at the very end is seen by who holds the lease', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    let late: Promise<string> | undefined;
    twilio.before = async (call) => {
      if (call !== 'listMessagesAfter' || late) return;
      // Studio calls for a message that is not in this list: it is written after the list was read.
      late = Promise.resolve('pending');
      queueMicrotask(() => twilio.playerWrites('password'));
      late = answerConversation(dependencies, conversationSid);
      await late;
    };
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    expect(await late).toBe('ignored');
    expect(twilio.said()).toHaveLength(1);
  });

  test('who finds the lease held leaves a job, in case the holder has died', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    await takeLease(world.pool, conversationSid, '00000000-0000-4000-8000-000000000000');
    expect(await answerConversation(dependencies, conversationSid)).toBe('ignored');
    expect(await world.jobs()).toEqual([
      { name: 'answer-unanswered', payload: { conversationSid }, key: `look-again:${conversationSid}`, due: 'later' },
    ]);
    await world.letPass(21);
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    expect(twilio.said()).toHaveLength(1);
  });
});

describe('when Twilio fails', () => {
  test('an answer whose outcome is unknown is looked for before it is posted again', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    twilio.failNext('postMessage', { afterwards: true });
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    expect(twilio.said()).toHaveLength(1);
  });

  test('an answer that was not posted is posted', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    twilio.failNext('postMessage');
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    expect(twilio.said()).toHaveLength(1);
  });

  test('for good, the error is told, the lease is free, and the next call goes on without doubling', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    twilio.playerWrites('progress');
    twilio.failNext('postMessage');
    twilio.failNext('postMessage', { afterwards: true });
    await expect(answerConversation(dependencies, conversationSid)).rejects.toThrow('postMessage timed out');
    expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
    expect(twilio.said().map(({ attributes }) => attributes)).toMatchObject([{ answers: 0 }, { answers: 1 }]);
  });

  test('a closed conversation is over, not retried', async () => {
    const { conversationSid, twilio, dependencies } = await world.start();
    twilio.playerWrites('password');
    twilio.failNext('postMessage', { error: new ConversationGoneError('closed') });
    expect(await answerConversation(dependencies, conversationSid)).toBe('ignored');
    expect(await readConversation(world.pool, conversationSid)).toMatchObject({ mode: 'ended' });
  });
});

test('out of time, the rest is left to a job and not lost', async () => {
  let now = 0;
  const { conversationSid, twilio, dependencies } = await world.start({ monotonicNow: () => now });
  twilio.playerWrites('password');
  twilio.playerWrites('progress');
  twilio.before = (call) => {
    if (call === 'postMessage') now += 8_000;
  };
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.said()).toHaveLength(1);
  expect(await world.jobs()).toMatchObject([{ name: 'answer-unanswered', due: 'now' }]);
  expect(await answerConversation(dependencies, conversationSid)).toBe('answered');
  expect(twilio.said()).toHaveLength(2);
});

test('no transaction is open during a call to Twilio', async () => {
  const { conversationSid, twilio, dependencies } = await world.start();
  twilio.playerWrites('password');
  const open: number[] = [];
  twilio.before = async () => {
    const { rows } = await world.pool.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`,
    );
    open.push(rows[0]?.count ?? -1);
  };
  await answerConversation(dependencies, conversationSid);
  await openCase(dependencies, conversationSid);
  expect(new Set(open)).toEqual(new Set([0]));
});
