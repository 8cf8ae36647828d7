/** Texts in several scripts whose words are as unevenly frequent as real ones. The same seed writes the same. */
export interface TextMaker {
  /** A note of some 15 to 60 words, or as many characters where words are not divided. */
  note(): string;
  subject(): string;
  /** A first and a last name. */
  name(): { first: string; last: string };
  random: () => number;
}

/** Written into every eighth note, in the script of the note: what agents of a game's support search for all day. */
const commonWords = ['refund', 'возврат', 'zwrot', '返金', '退款', '환불'] as const;

const consonants = 'bcdfghjklmnprstvwz';
const vowels = 'aeiou';
const cyrillic = { consonants: 'бвгджзклмнпрстфхцчш', vowels: 'аеиоуыя' };
const hanCharacters = range(0x4e00, 2_500);
const kanaCharacters = [...range(0x3042, 80), ...range(0x30a2, 80)];
const hangulCharacters = range(0xac00, 1_500);

export function makeText(seed: number): TextMaker {
  const random = seededRandom(seed);
  /** Few of them often, many of them seldom (Zipf). */
  const pick = <Item>(items: readonly Item[]): Item => {
    const at = Math.floor(items.length ** random()) - 1;
    return items[Math.min(items.length - 1, Math.max(0, at))] as Item;
  };
  const vocabulary = (count: number, sounds: { consonants: string; vowels: string }) =>
    Array.from({ length: count }, () => makeWord(random, sounds, 2 + Math.floor(random() * 3)));
  const latin = vocabulary(12_000, { consonants, vowels });
  const russian = vocabulary(6_000, cyrillic);
  const firstNames = vocabulary(3_000, { consonants, vowels });
  const lastNames = vocabulary(12_000, { consonants, vowels });
  const dense = (characters: readonly string[]) => Array.from({ length: 1 }, () => pick(characters)).join('');

  const scripts: { share: number; write: (length: number) => string; common: string }[] = [
    { share: 0.5, write: (length) => many(length, () => pick(latin)).join(' '), common: commonWords[0] },
    { share: 0.1, write: (length) => many(length, () => pick(russian)).join(' '), common: commonWords[1] },
    { share: 0.1, write: (length) => many(length, () => `${pick(latin)}ą`).join(' '), common: commonWords[2] },
    {
      share: 0.12,
      write: (length) => many(length * 2, () => dense(random() < 0.6 ? kanaCharacters : hanCharacters)).join(''),
      common: commonWords[3],
    },
    { share: 0.1, write: (length) => many(length * 2, () => dense(hanCharacters)).join(''), common: commonWords[4] },
    {
      share: 0.08,
      write: (length) => many(length, () => many(3, () => dense(hangulCharacters)).join('')).join(' '),
      common: commonWords[5],
    },
  ];
  const script = () => {
    let left = random();
    for (const one of scripts) {
      left -= one.share;
      if (left < 0) return one;
    }
    return scripts[0];
  };
  return {
    random,
    note: () => {
      const { write, common } = script() as (typeof scripts)[number];
      const text = write(15 + Math.floor(random() * 45));
      // In every script the English word too: agents write their notes in it.
      const words = [random() < 0.125 ? common : '', random() < 0.125 ? commonWords[0] : ''].filter(Boolean);
      return [text, ...words].join(' ');
    },
    subject: () => (script() as (typeof scripts)[number]).write(3 + Math.floor(random() * 6)).slice(0, 150),
    name: () => ({ first: capital(pick(firstNames)), last: capital(pick(lastNames)) }),
  };
}

/** A generator of numbers from 0 to 1 that repeats itself for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function makeWord(random: () => number, sounds: { consonants: string; vowels: string }, syllables: number): string {
  const one = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  return (
    many(syllables, () => one(sounds.consonants) + one(sounds.vowels)).join('') +
    (random() < 0.5 ? one(sounds.consonants) : '')
  );
}

function many<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

function range(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
