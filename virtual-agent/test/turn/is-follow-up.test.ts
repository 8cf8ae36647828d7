import { isFollowUp } from '../../src/turn/is-follow-up';

test.each([
  'and on my phone?',
  'what about the second account',
  'et sur mobile ?',
  'a co z kontem brata?',
  'und auf dem handy',
  '¿y en el móvil?'.slice(1),
  'а на телефоне?',
  '那手机上呢？',
  'でもスマホでは？',
  'وماذا عن الهاتف'.replace('و', 'و '),
])('"%s" goes on from the question before', (text) => {
  expect(isFollowUp(text)).toBe(true);
});

test.each([
  'how do i change my e-mail address',
  'android crashes',
  'etwas anderes',
  'my game does not start any more',
  'and then i went to the shop because the sword that i had bought the day before was gone again',
  '?',
  '',
])('"%s" stands for itself', (text) => {
  expect(isFollowUp(text)).toBe(false);
});
