import { readTerms } from '../../src/search/read-terms';

test('a word is read whole, by its beginning without accents, and by its pieces', () => {
  expect(readTerms('Zwrócony!')).toEqual({
    word: ['zwrócony'],
    prefix: ['zwroc'],
    gram: ['_zwr', 'zwró', 'wróc', 'róco', 'ócon', 'cony', 'ony_'],
    pair: [],
  });
});

test('neighbours make pairs', () => {
  expect(readTerms('forgot my password').pair).toEqual(['forgot my', 'my password']);
});

test.each([
  ['Japanese', 'パスワードを忘れた', ['パスワード', 'を', '忘れ', 'た']],
  ['Chinese', '忘记密码', ['忘记', '密码']],
  ['Thai', 'ลืมรหัสผ่าน', ['ลืม', 'รหัส', 'ผ่าน']],
])('%s, which writes no spaces, is taken apart by a dictionary', (_, text, words) => {
  expect(readTerms(text).word).toEqual(words);
});

test('Chinese and Japanese have pieces of two characters, Thai of three', () => {
  expect(readTerms('忘记密码').gram).toEqual(['忘记', '记密', '密码']);
  expect(readTerms('ลืมรหัส').gram).toEqual(['ลืม', 'ืมร', 'มรห', 'รหั', 'หัส']);
});

test('a Korean word is found by its first two syllables, whatever particle follows', () => {
  expect(readTerms('비밀번호를').prefix).toEqual(readTerms('비밀번호가').prefix);
});

test.each([
  ['Arabic vowel signs and forms of alif', 'إِسْتِرْداد', 'استرداد'],
  ['the Turkish capital I with a dot', 'İade', 'iade'],
  ['half-width and full-width letters', 'Ｓｔｅａｍ', 'steam'],
  ['the Russian ё', 'ещё', 'еще'],
  ['the German ß', 'Straße', 'strasse'],
  ['an apostrophe', 'can’t', 'cant'],
  ['a byte order mark', '\ufeffpassword', 'password'],
])('%s: one way of writing', (_, written, expected) => {
  expect(readTerms(written).word).toEqual([expected]);
});

test('the accents of Vietnamese, which are the word, stay in the word', () => {
  expect(readTerms('mật').word).not.toEqual(readTerms('mắt').word);
});

test('words in Hindi keep their vowel signs', () => {
  expect(readTerms('पासवर्ड भूल').word).toEqual(['पासवर्ड', 'भूल']);
});
