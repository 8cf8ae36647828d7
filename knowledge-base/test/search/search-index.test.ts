import { defaultAnswerPolicy } from '@discord-channel/contracts';
import { decideAnswer } from '../../src';
import { buildSnapshot } from '../../src/search/build-snapshot';
import { openSearchIndex, type SearchIndex, SnapshotFormatError } from '../../src/search/search-index';
import { article, indexOf } from './searchable';

const helpdesk = [
  article('reset-password', 'Reset Password', ['i forgot my password'], 'Choose forgot password on the sign-in page.'),
  article('profile', 'Viewing Profile Progress', ['where is my progress'], 'Sign in with your usual password.'),
  article('two-factor', 'Two-Factor Authentication', ['i lost my phone'], 'Not with the password alone.'),
  article('change-email', 'Change Your E-mail Address', ['i have a new address'], 'We ask for your password.'),
  article('refunds', 'Refunds for Purchases', ['i want my money back'], 'Within 14 days.', 'Payments'),
  article('naive', 'Café Über', [], 'Names with marks.'),
];
let index: SearchIndex;
beforeAll(async () => {
  index = await indexOf(helpdesk);
});
const idsFor = (question: string, limit = 4) => index.search(question, limit).matches.map(({ id }) => id);

test('the story: a forgotten password finds Reset Password first, then what also speaks of passwords', () => {
  const ids = idsFor('i think i forgot my password');
  expect(ids[0]).toBe('reset-password');
  expect(ids).toHaveLength(4);
});

test.each([
  ['a typo', 'i forgot my pasword', 'reset-password'],
  ['a letter too many', 'refunnd', 'refunds'],
  ['shouting', 'REFUND!!!', 'refunds'],
  ['an unfinished word', 'authentic', 'two-factor'],
  ['another ending', 'refunding a purchase', 'refunds'],
  ['words of an example question only', 'I want my money back', 'refunds'],
  ['composed and decomposed letters', 'u\u0308ber', 'naive'],
  ['an accent left out', 'cafe', 'naive'],
  ['full-width letters', 'Ｒｅｆｕｎｄ', 'refunds'],
  ['a category', 'payments', 'refunds'],
])('%s is understood', (_, question, expected) => {
  expect(idsFor(question)[0]).toBe(expected);
});

test.each([
  [
    'de',
    'Passwort zurücksetzen',
    'Wie kann ich meine Passwörter zurücksetzen?',
    'Rückerstattung',
    'wann kommen Rückerstattungen',
  ],
  ['fr', 'Réinitialiser le mot de passe', "J'ai oublié mes mots de passe", 'Remboursement', 'me faire rembourser'],
  ['pl', 'Resetowanie hasła', 'nie pamiętam hasła, jak je zresetować', 'Zwrot pieniędzy', 'chcę zwrotu pieniedzy'],
  ['es', 'Restablecer la contraseña', 'restablecer contraseñas', 'Reembolsos', 'quiero un reembolso'],
  ['pt', 'Redefinir a senha', 'como redefino minha senha', 'Reembolsos', 'quero reembolsar'],
  ['ja', 'パスワードの再設定', 'パスワードを忘れてしまった', '返金について', '返金をお願いします'],
  ['zh', '重置密码', '忘记密码怎么办', '退款', '想要退款'],
  ['ko', '비밀번호 재설정', '비밀번호를 잊어버렸어요', '환불 안내', '환불받고 싶어요'],
  ['ar', 'إعادة تعيين كلمة المرور', 'نسيت كلمة المرور', 'استرداد الأموال', 'أريد استرداد أموالي'],
  ['tr', 'Şifre sıfırlama', 'şifremi unuttum', 'Para iadesi', 'paramı iade edin'],
  ['ru', 'Сброс пароля', 'я забыл пароли', 'Возврат денег', 'верните деньги'],
  ['th', 'รีเซ็ตรหัสผ่าน', 'ลืมรหัสผ่าน', 'การคืนเงิน', 'ขอคืนเงินหน่อย'],
  ['hi', 'पासवर्ड रीसेट करें', 'मैं पासवर्ड भूल गया', 'धनवापसी', 'धनवापसी कैसे मिलेगी'],
  ['vi', 'Đặt lại mật khẩu', 'tôi quên mật khẩu', 'Hoàn tiền', 'toi muon hoan tien'],
])(
  'in %s a question finds the article that shares its words, however they end',
  async (_, first, ask, second, askSecond) => {
    const foreign = await indexOf([article('password', first, []), article('refund', second, [])]);
    const best = (question: string) => foreign.search(question, 1).matches[0]?.id;
    expect([best(ask), best(askSecond)]).toEqual(['password', 'refund']);
  },
);

test('a question in two scripts is understood in both', async () => {
  const mixed = await indexOf([
    article('steam', 'Steamアカウントの連携', []),
    article('phone', 'iPhoneの通知設定', []),
  ]);
  expect(mixed.search('steam 連携できない', 1).matches[0]?.id).toBe('steam');
  expect(mixed.search('iphoneで通知が来ない', 1).matches[0]?.id).toBe('phone');
});

test.each(['', '   ', '!!!', '🎮', 'hello', 'can you help me please?', 'zxcvbn qwertz', 'what is the weather'])(
  '"%s" is not answered',
  (question) => {
    expect(decideAnswer(defaultAnswerPolicy, index.search(question, 4))).toBe('nothing');
  },
);

test('words of no article find nothing, without any confidence', () => {
  expect(index.search('zxcvbn', 4)).toEqual({ matches: [], confidence: 0, answerable: 0 });
});

test('better articles have higher scores and the limit holds', () => {
  const { matches } = index.search('password', 2);
  expect(matches).toHaveLength(2);
  expect(matches[0]?.score).toBeGreaterThan(matches[1]?.score ?? Number.POSITIVE_INFINITY);
});

test('a question as long as a message can be is searched all the same', () => {
  expect(idsFor(`password ${'x '.repeat(20_000)}`)[0]).toBe('reset-password');
});

test('an index of nothing answers nothing', async () => {
  expect((await indexOf([])).search('password', 4).matches).toEqual([]);
});

test('an index is found again in its bytes, wherever in memory they lie', async () => {
  const bytes = await buildSnapshot(helpdesk);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const again = openSearchIndex(shifted.subarray(3));
  for (const question of ['i forgot my pasword', 'refund', 'zxcvbn'])
    expect(again.search(question, 4)).toEqual(index.search(question, 4));
});

test('the same articles make the same bytes', async () => {
  expect(Buffer.from(await buildSnapshot(helpdesk)).equals(Buffer.from(await buildSnapshot(helpdesk)))).toBe(true);
});

test.each([
  ['an empty piece', new Uint8Array(0)],
  ['another format', Uint8Array.from([250, 0, 0, 0, 2, 0, 0, 0, 123, 125])],
])('%s is refused as an index', (_, bytes) => {
  expect(() => openSearchIndex(bytes)).toThrow(SnapshotFormatError);
});
