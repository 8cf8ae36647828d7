import { findProblems } from '../check-player-texts';

const texts = { en: { greeting: 'Hi {name}', bye: 'Bye' }, fr: { greeting: 'Salut {name}', bye: 'Adieu' } };
const sources = { 'discord-gateway/src/a.ts': `playerText(language, 'greeting'); playerText(language, 'bye');` };
const withFrench = (fr: Record<string, string>) => findProblems({ ...texts, fr }, sources);
const withCode = (code: string) => findProblems(texts, { ...sources, 'virtual-agent/src/b.ts': code });

test('complete texts have no problem', () => {
  expect(findProblems(texts, sources)).toEqual([]);
});

test.each([
  ['a missing key', { greeting: 'Salut {name}' }, 'lacks "bye"'],
  ['an empty text', { ...texts.fr, bye: ' ' }, 'lacks "bye"'],
  ['an extra key', { ...texts.fr, more: 'Plus' }, 'has "more", which en.json has not'],
  ['a missing placeholder', { ...texts.fr, greeting: 'Salut' }, 'other placeholders in "greeting"'],
  ['a misspelt placeholder', { ...texts.fr, greeting: 'Salut {nom}' }, 'other placeholders in "greeting"'],
  ['a placeholder that playerText would not fill', { ...texts.fr, bye: 'Adieu {Name}' }, 'other placeholders in "bye"'],
])('%s is found', (_name, fr, problem) => {
  expect(withFrench(fr)).toEqual([expect.stringContaining(problem)]);
});

test('a key that nothing uses is found', () => {
  expect(findProblems(texts, { 'a.ts': `playerText(language, 'greeting')` })).toEqual([
    'player-texts/texts/en.json has "bye", which nothing uses',
  ]);
});

test('a key that the code puts together counts as used, and only such a one', () => {
  const composed = { en: { 'card.issues.title': 'Issues', 'card.issues.hint': 'See', 'cards.title': 'Cards' } };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is read as text.
  const code = { 'a.ts': 'playerText(language, `card.${page}.title`)' };
  expect(findProblems(composed, code)).toEqual([
    'player-texts/texts/en.json has "card.issues.hint", which nothing uses',
    'player-texts/texts/en.json has "cards.title", which nothing uses',
  ]);
});

test.each([
  `await answerCommand(deps, call, 'Please try again');`,
  'await sendDirectMessage(rest, channel, { content: `Hello my friend` });',
  `return { body: "Your chat has ended" };`,
  `await say('two words', language)`,
])('English that a player would read is found: %s', (code) => {
  expect(withCode(`// first line\n${code}`)).toEqual([expect.stringContaining('virtual-agent/src/b.ts:2 says')]);
});

test.each([
  `throw new Error('This is for the log');`,
  `return { body: '[pressed a button]' };`,
  `{ body: playerText(language, 'bye') }`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is read as text.
  '{ content: `<@${id}>` }',
])('what no player reads as words is let through: %s', (code) => {
  expect(withCode(code)).toEqual([]);
});
