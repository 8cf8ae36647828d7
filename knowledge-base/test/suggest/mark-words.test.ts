import { costRatio } from '../../../contracts/test/cost-ratio';
import { markWords } from '../../src/suggest/mark-words';

/** The text with what is marked in brackets. */
function marked(question: string, text: string): string {
  let result = '';
  let at = 0;
  for (const [begin, end] of markWords(question)(text)) {
    result += `${text.slice(at, begin)}[${text.slice(begin, end)}]`;
    at = end;
  }
  return result + text.slice(at);
}

test.each([
  ['words, whatever their case', 'i forgot my PASSWORD', 'Reset Password', 'Reset [Password]'],
  ['other forms of a word', 'resetting passwords', 'Reset your password', '[Reset] your [password]'],
  [
    'not the words that every sentence has',
    'how do i reset it',
    'How do I get it? Reset it.',
    'How do I get it? [Reset] it.',
  ],
  ['common words when there are no others', 'what is this', 'What is it?', '[What] [is] it?'],
  ['not a short word inside another', 'my car', 'carpet of a car', 'carpet of a [car]'],
  ['words with an apostrophe', "can't connect, player's map", "The player's map", "The [player's] [map]"],
  ['quoted words', 'password', "the 'password' field", "the ['password'] field"],
  ['words without their accents', 'zapomnialem hasla', 'Zapomniałem hasła?', '[Zapomniałem] [hasła]?'],
  ['Japanese, where no spaces are', 'パスワードを忘れました', '忘れたパスワードを変更', '[忘れ]た[パスワード]を変更'],
  ['Chinese', '我忘记密码了', '如果您忘记了密码', '如果您[忘记]了[密码]'],
  ['Thai', 'ลืมรหัสผ่าน', 'รีเซ็ตรหัสผ่านของคุณ', 'รีเซ็ต[รหัสผ่าน]ของคุณ'],
  ['Arabic without its vowel signs', 'كلمه المرور', 'نسيت كَلِمة المرور؟', 'نسيت [كَلِمة] [المرور]؟'],
  ['Russian', 'забыл пароль', 'Сброс пароля', 'Сброс [пароля]'],
  ['Hindi with its vowel signs', 'पासवर्ड भूल गया', 'पासवर्ड बदलें', '[पासवर्ड] बदलें'],
  ['Korean', '비밀번호', '비밀번호 재설정', '[비밀번호] 재설정'],
  ['places behind characters of two units', 'password', '😀😀 password', '😀😀 [password]'],
])('marks %s', (_name, question, text, expected) => {
  expect(marked(question, text)).toBe(expected);
});

test.each(['', '???', '​', '"><script>', '((((a+)+)+)+$', '\ud800'])('takes %j for a question', (question) => {
  expect(markWords(question)('Reset Password')).toEqual([]);
});

test.each(['パスワード', 'password '])('marking "%s" again and again costs no more than its length', (word) => {
  const mark = (times: number) => () => void markWords(word.repeat(times / 5))(word.repeat(times));
  expect(costRatio(mark(2_000), mark(250))).toBeLessThan(8 * 4);
});
