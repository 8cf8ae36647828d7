import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playerLanguages } from '../src';

const folder = join(__dirname, '../texts');
const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));
const placeholdersOf = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(([placeholder]) => placeholder).sort();

const english = read('en');

describe('the texts for players', () => {
  it('have a file for each language, and no other file', () => {
    expect(readdirSync(folder).sort()).toEqual(playerLanguages.map((language) => `${language}.json`).sort());
  });

  describe.each(playerLanguages)('in %s', (language) => {
    const texts = read(language);

    it('have every key of the English ones and no other', () => {
      expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    });

    it.each(Object.keys(english))('say something with the same placeholders: %s', (key) => {
      const text = texts[key] ?? '';
      expect(text.trim()).not.toBe('');
      expect(placeholdersOf(text)).toEqual(placeholdersOf(english[key] ?? ''));
    });

    it('fit into a message of Discord, buttons into a button, titles and labels into a form', () => {
      const limits: Readonly<Record<string, number>> = { button: 80, form: 45, platform: 100 };
      for (const [key, text] of Object.entries(texts)) {
        expect(text.length).toBeLessThanOrEqual(limits[key.split('.')[0] ?? ''] ?? 1_900);
      }
    });
  });
});
