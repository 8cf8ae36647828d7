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
  ['a promise in Japanese', '全額を返金いたします。', japanese],
])('%s is not', (_, answer, articles) => {
  expect(isGrounded(answer, articles)).toBe(false);
});
