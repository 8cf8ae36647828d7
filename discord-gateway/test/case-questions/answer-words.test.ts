import { playerLanguages, playerText } from '@discord-channel/player-texts';
import { readAnswerWords } from '../../src/case-questions/answer-words';

test.each(playerLanguages)('what the question and its buttons say in %s is understood', (language) => {
  expect(readAnswerWords(playerText(language, 'reminder.close'))).toBe('close');
  expect(readAnswerWords(playerText(language, 'reminder.elevate'))).toBe('elevate');
});

test.each([
  ['CLOSE', 'close'],
  ['  Close. ', 'close'],
  ['Résolu !', 'close'],
  ['ROZWIĄZANE', 'close'],
  ['「クローズ」', 'close'],
  ['关闭。', 'close'],
  ['أغلق', 'close'],
  ['elevate', 'elevate'],
  ['Not fixed!!', 'elevate'],
  ['ESKALUJ', 'elevate'],
  ['エスカレート', 'elevate'],
  ['升级', 'elevate'],
  ['تصعيد', 'elevate'],
])('%s means %s', (said, meant) => {
  expect(readAnswerWords(said)).toBe(meant);
});

test.each([
  ['5', 5],
  ['4/5', 4],
  ['３', 3],
  ['٢', 2],
])('%s is the score %i', (said, score) => {
  expect(readAnswerWords(said)).toEqual({ score });
});

test.each(['please close the door of my castle', '6', '10', '45', '', '👍', 'c'.repeat(5_000)])(
  '%s is no answer',
  (said) => {
    expect(readAnswerWords(said)).toBeUndefined();
  },
);
