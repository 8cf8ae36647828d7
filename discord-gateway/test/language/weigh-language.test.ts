import { type LanguageMemory, weighLanguage } from '../../src/language/weigh-language';

const nothing: LanguageMemory = { detected: null, certain: false, hint: null };
const hint = (language: 'fr' | 'ar' | 'pl') => ({ kind: 'hint', language }) as const;

test('a clear text decides at once', () => {
  expect(weighLanguage(nothing, { kind: 'clear', language: 'ja' }, '1')).toEqual({
    detected: 'ja',
    certain: true,
    hint: null,
  });
});

test('a first hint is a guess, a second one of the same language makes it certain', () => {
  const once = weighLanguage(nothing, hint('fr'), '1');
  expect(once).toMatchObject({ detected: 'fr', certain: false });
  expect(weighLanguage(once, hint('fr'), '2')).toEqual({ detected: 'fr', certain: true, hint: null });
});

test('the same message read again is no second hint', () => {
  const once = weighLanguage(nothing, hint('fr'), '1');
  expect(weighLanguage(once, hint('fr'), '1')).toEqual(once);
});

test('what tells nothing changes nothing', () => {
  const known = weighLanguage(nothing, { kind: 'clear', language: 'ar' }, '1');
  expect(weighLanguage(known, { kind: 'undecided' }, '2')).toBe(known);
});

test('one hint does not overthrow what is certain; two do, and so does a clear text', () => {
  const arabic = weighLanguage(nothing, { kind: 'clear', language: 'ar' }, '1');
  const doubted = weighLanguage(arabic, hint('pl'), '2');
  expect(doubted).toMatchObject({ detected: 'ar', certain: true });
  expect(weighLanguage(doubted, hint('pl'), '3')).toMatchObject({ detected: 'pl', certain: true });
  expect(weighLanguage(doubted, { kind: 'clear', language: 'en' }, '3')).toMatchObject({ detected: 'en' });
});
