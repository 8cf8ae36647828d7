import { refersBack } from '../../src/turn/refers-back';

test.each([
  'how long does it take?',
  'is that free',
  'combien de temps ça prend ?',
  'jak długo czeka się na tego',
  'wie lange dauert das?',
  'それはどのくらいかかりますか',
  '那个要多久',
  'كم يستغرق ذلك؟',
  '얼마나 걸려요 그거',
])('speaks of what was spoken of before: %s', (text) => {
  expect(refersBack(text)).toBe(true);
});

test.each([
  'how long does a refund take?',
  'where is my exit',
  'how to log in',
  'what is the weather like',
  'my friend sent me a sword and i sold it, can i have my gold back now please',
  `${'it '.repeat(60)}`,
  'パスワードを忘れました',
  '',
])('says itself what it is about: %s', (text) => {
  expect(refersBack(text)).toBe(false);
});
