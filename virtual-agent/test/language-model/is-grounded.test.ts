import { isGrounded } from '../../src/language-model/is-grounded';

const english = [
  { title: 'Reset Password', text: 'Choose "Forgot password?" on the sign-in page. The link works for 30 minutes.' },
];
const japanese = [
  {
    title: 'パスワードの再設定',
    text: 'ログイン画面で「パスワードを忘れた場合」を選んでください。リンクは30分間有効です。',
  },
];

test.each([
  ['its own words', 'Choose "Forgot password?" on the sign-in page.', english],
  [
    'other forms of them',
    'On the sign-in page, choosing "Forgot password?" resets it. The link works 30 minutes.',
    english,
  ],
  ['a short word before', 'Yes! Choose "Forgot password?" on the sign-in page.', english],
  ['its own words in Japanese', 'ログイン画面で「パスワードを忘れた場合」を選んでください。', japanese],
])('%s are grounded', (_, answer, articles) => {
  expect(isGrounded(answer, articles)).toBe(true);
});

test.each([
  ['a promise', 'Our company refunds everything immediately.', english],
  [
    'one sentence too many',
    'Choose "Forgot password?" on the sign-in page. Afterwards everybody receives free diamonds.',
    english,
  ],
  ['another number', 'The link works for 31 minutes.', english],
  ['a link', 'Choose "Forgot password?" on http://sign-in.page', english],
  ['a bare address', 'Choose "Forgot password?" on sign-in.com', english],
  ['a mention', '@everyone choose "Forgot password?" on the sign-in page.', english],
  ['a promise in short words', 'Choose "Forgot password?" on the sign-in page. You get it all now.', english],
  ['a promise in Japanese', '全額を返金いたします。', japanese],
])('%s is not', (_, answer, articles) => {
  expect(isGrounded(answer, articles)).toBe(false);
});

const denied = [
  ['en', 'We do not refund purchases of gems.', 'We refund purchases of gems.', 'Purchases of gems are not refunded.'],
  ['en', "You can't change the name of a guild later.", 'You can change the name of a guild later.', undefined],
  [
    'fr',
    'Nous ne remboursons pas les achats de gemmes.',
    'Nous remboursons les achats de gemmes.',
    'Les achats de gemmes, nous ne les remboursons pas.',
  ],
  ['pl', 'Nie zwracamy pieniędzy za klejnoty.', 'Zwracamy pieniądze za klejnoty.', undefined],
  ['ja', 'ジェムの購入は返金できません。', 'ジェムの購入は返金できます。', undefined],
  ['zh-CN', '购买的宝石不能退款。', '购买的宝石能退款。', undefined],
  ['ar', 'لا نعيد أموال شراء الجواهر.', 'نعيد أموال شراء الجواهر.', undefined],
] as const;

test.each(denied)('an answer that leaves the denial out is not grounded: %s, %s', (_, text, opposite, same) => {
  const articles = [{ title: 'Refunds', text: `${text}\nWrite to support with the number of your order.` }];
  expect(isGrounded(opposite, articles)).toBe(false);
  expect(isGrounded(same ?? text, articles)).toBe(true);
});

test('an answer that denies what the articles say is not grounded', () => {
  expect(isGrounded('Do not choose "Forgot password?" on the sign-in page.', english)).toBe(false);
});
