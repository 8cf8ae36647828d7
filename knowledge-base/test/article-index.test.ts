import type { Article } from '../src';
import { buildArticleIndex } from '../src';

const article = (id: string, title: string, queries: string[], text: string, category = 'Account'): Article => ({
  applicationId: '100000000000000001',
  guildId: null,
  id,
  title,
  category,
  queries,
  url: null,
  text,
  language: 'en',
  state: 'published',
});

const index = buildArticleIndex([
  article('reset-password', 'Reset Password', ['i forgot my password'], 'Choose forgot password on the sign-in page.'),
  article('profile', 'Viewing Profile Progress', ['where is my progress'], 'Sign in with your usual password.'),
  article('two-factor', 'Two-Factor Authentication', ['i lost my phone'], 'Not with the password alone.'),
  article('change-email', 'Change Your E-mail Address', ['i have a new address'], 'We ask for your password.'),
  article('refunds', 'Refunds for Purchases', ['i want my money back'], 'Within 14 days.', 'Payments'),
  article('naive', 'Café Über', [], 'Names with marks.'),
]);
const idsFor = (question: string, limit = 4) => index.search(question, limit).map((found) => found.article.id);

test('the story: a forgotten password finds Reset Password first and three more', () => {
  const ids = idsFor('i think i forgot my password');
  expect(ids[0]).toBe('reset-password');
  expect(ids).toHaveLength(4);
  expect(ids).not.toContain('refunds');
});

test.each([
  ['a typo', 'i forgot my pasword', 'reset-password'],
  ['shouting', 'REFUND!!!', 'refunds'],
  ['an unfinished word', 'authentic', 'two-factor'],
  ['words of a question only', 'I want my money back', 'refunds'],
  ['composed and decomposed letters', 'u\u0308ber', 'naive'],
])('%s is understood', (_, question, expected) => {
  expect(idsFor(question)[0]).toBe(expected);
});

test.each(['', '   ', '!!!', '🎮', 'hello', 'can you help me please?', 'zxcvbn qwertz'])(
  '"%s" finds nothing',
  (question) => {
    expect(idsFor(question)).toEqual([]);
  },
);

test('better articles have higher scores and the limit holds', () => {
  const found = index.search('password', 2);
  expect(found).toHaveLength(2);
  expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? Number.POSITIVE_INFINITY);
});

test('a question as long as a message can be is searched all the same', () => {
  expect(idsFor(`password ${'x '.repeat(20_000)}`)[0]).toBe('reset-password');
});

describe('languages without spaces', () => {
  const unspaced = buildArticleIndex([
    article('reset-password', 'Reset Password', ['パスワードを忘れました', '我忘记密码了'], 'Text.'),
    article('refunds', 'Refunds', ['返金してほしいです', '怎么退款'], 'Text.', 'Payments'),
  ]);
  test.each([
    ['パスワードを忘れてしまった', 'reset-password'],
    ['忘记密码怎么办', 'reset-password'],
    ['返金をお願いします', 'refunds'],
    ['想要退款', 'refunds'],
  ])('"%s" finds %s by its words', (question, id) => {
    expect(unspaced.search(question, 1).map((found) => found.article.id)).toEqual([id]);
  });

  test('words that only hold a sentence together find nothing', () => {
    expect(unspaced.search('をください', 4)).toEqual([]);
  });
});
