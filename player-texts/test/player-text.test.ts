import { playerLanguage, playerLanguages, playerText } from '../src';

describe('the language of a player', () => {
  it.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['pl', 'pl'],
    ['ja', 'ja'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ar', 'ar'],
    ['de', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['constructor', 'en'],
  ])('follows the locale %j: %s', (locale, language) => {
    expect(playerLanguage(locale)).toBe(language);
  });
});

describe('a text for players', () => {
  it('has its placeholders filled in', () => {
    expect(playerText('en', 'greeting', { name: 'Wumpus' })).toBe('Hi Wumpus, how may I help you?');
    expect(playerText('ja', 'handoff.case-number', { number: 1001 })).toContain('1001');
  });

  it.each(playerLanguages)('has a case number in %s as one can type it: no separators, no other digits', (language) => {
    for (const key of ['handoff.case-number', 'handoff.failed', 'conversation.ended'] as const) {
      expect(playerText(language, key, { number: 1_234_567 })).toContain('1234567');
    }
  });

  it('is never shown with an empty placeholder', () => {
    expect(() => playerText('en', 'greeting')).toThrow('needs a value for {name}');
  });

  it('takes a value as it is, even one that looks like a placeholder or a pattern', () => {
    expect(playerText('en', 'greeting', { name: '{name} $& $1' })).toBe('Hi {name} $& $1, how may I help you?');
  });
});
