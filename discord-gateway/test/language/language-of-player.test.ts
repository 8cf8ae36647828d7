import { type KnownLanguages, languageOfPlayer } from '../../src/language/language-of-player';

const nothing: KnownLanguages = { chosen: null, locale: null, detected: null, certain: false };

test.each<[string, Partial<KnownLanguages>, string | null]>([
  ['nothing is known', {}, null],
  ['only a guess', { detected: 'fr' }, 'fr'],
  ['what was chosen, whatever else', { chosen: 'pl', locale: 'ja', detected: 'ar', certain: true }, 'pl'],
  ['the locale before a guess', { locale: 'en-US', detected: 'fr' }, 'en-US'],
  ['certain Arabic before an inherited locale', { locale: 'en-US', detected: 'ar', certain: true }, 'ar'],
  ['certain Polish before another of our languages', { locale: 'fr', detected: 'pl', certain: true }, 'pl'],
  ['the locale before English, which everybody writes', { locale: 'ja', detected: 'en', certain: true }, 'ja'],
  ['a guess before a locale that we have no texts for', { locale: 'de', detected: 'fr' }, 'fr'],
  ['a locale that we have no texts for, when that is all', { locale: 'de' }, 'de'],
])('%s', (_name, known, locale) => {
  expect(languageOfPlayer({ ...nothing, ...known })).toBe(locale);
});
