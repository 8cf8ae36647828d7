import { playerIdentity } from '@discord-channel/contracts';
import type { ConversationMessage } from '../../src';
import { readTurn, topicOf } from '../../src/turn/read-turn';

const message = (body: string, discord: object | string = {}): ConversationMessage => ({
  sid: `IM${'0'.repeat(32)}`,
  index: 0,
  author: playerIdentity('300000000000000001'),
  body,
  createdAt: new Date(0),
  attributes:
    typeof discord === 'string'
      ? discord
      : JSON.stringify({ origin: 'player', discord: { messageId: '400000000000000001', ...discord } }),
});

test.each([
  ['words', message('where is my progress'), { kind: 'question', text: 'where is my progress' }],
  ['words without attributes', message('my sword', '{}'), { kind: 'question', text: 'my sword' }],
  ['words with broken attributes', message('my sword', '{'), { kind: 'question', text: 'my sword' }],
  ['a wish for an agent', message('talk to a human'), { kind: 'agent-request', text: 'talk to a human' }],
  ['the button for an agent', message('x', { customId: 'request-agent' }), { kind: 'agent-request', text: null }],
  ['an article’s button', message('x', { customId: 'show-article:a-b' }), { kind: 'show-article', articleId: 'a-b' }],
  ['that an article helped', message('x', { customId: 'helped:a-b' }), { kind: 'helped', articleId: 'a-b' }],
  [
    'a wish for something else',
    message('x', { customId: 'something-else:a-b' }),
    { kind: 'something-else', articleId: 'a-b' },
  ],
  ['a greeting', message('Hello!'), { kind: 'greeting', text: 'Hello!' }],
  [
    'a greeting with a question',
    message('hello where is my sword'),
    { kind: 'question', text: 'hello where is my sword' },
  ],
  ['a greeting in Japanese', message('こんにちは'), { kind: 'greeting', text: 'こんにちは' }],
  ['thanks', message('ok, merci beaucoup !'), { kind: 'thanks', text: 'ok, merci beaucoup !' }],
  ['thanks with a question', message('thanks but it fails'), { kind: 'question', text: 'thanks but it fails' }],
  ['a button that is not ours', message('agent', { customId: 'other:1' }), { kind: 'unreadable' }],
  ['a button without its article', message('x', { customId: 'show-article:' }), { kind: 'unreadable' }],
  [
    'only a picture',
    message('[picture: cat.png — not carried yet]', { uncarried: ['attachment'] }),
    { kind: 'unreadable' },
  ],
  [
    'words with a picture and a sticker',
    message('it crashes\n[picture: a.png — not carried yet]\n[sticker: hi — not carried yet]', {
      uncarried: ['attachment', 'sticker'],
    }),
    { kind: 'question', text: 'it crashes' },
  ],
  ['brackets that the player typed', message('[password]'), { kind: 'question', text: '[password]' }],
  ['nothing but space', message(' \n '), { kind: 'unreadable' }],
])('%s is read', (_, given, turn) => {
  expect(readTurn(given)).toEqual(turn);
});

test('the topic is in the player’s own words: a press is none', () => {
  expect(topicOf(readTurn(message('help with\u0000 refunds')))).toBe('help with  refunds');
  expect(topicOf(readTurn(message('get me an agent')))).toBe('get me an agent');
  expect(topicOf(readTurn(message('Talk to an agent', { customId: 'request-agent' })))).toBeNull();
  expect(topicOf(readTurn(message('hello')))).toBeNull();
  expect(topicOf(readTurn(message('Reset Password', { customId: 'show-article:a' })))).toBeNull();
});
