import { arabic } from './agent-words/ar';
import { english } from './agent-words/en';
import { french } from './agent-words/fr';
import { japanese } from './agent-words/ja';
import { polish } from './agent-words/pl';
import { chinese } from './agent-words/zh-cn';
import { askInSpacedWords } from './ask-in-spaced-words';
import { askInUnspacedWords } from './ask-in-unspaced-words';

const inJapanese = askInUnspacedWords(japanese);
const inChinese = askInUnspacedWords(chinese);

/** Each reads by itself: players mix languages, and a DM's language may not be known yet. */
const readers: readonly ((clause: string) => 'asks' | 'cancels' | 'neither')[] = [
  ...[english, french, polish, arabic].map((language) => (clause: string) => askInSpacedWords(clause, language)),
  inJapanese,
  inChinese,
];

/**
 * True when a player asks for a person, in any of our languages. A wish in any sentence counts, unless it is denied
 * in the same breath ("I don't want to talk to an agent", "no, not a human") or taken back afterwards ("never mind").
 */
export function asksForAgent(text: string): boolean {
  let asked = false;
  for (const clause of clausesOf(text)) {
    const answers = readers.map((read) => read(clause));
    if (answers.includes('cancels')) asked = false;
    else if (answers.includes('asks')) asked = true;
  }
  return asked;
}

/** Sentences and their parts in normal form: full-width Latin is Latin, marks of direction and joiners are gone. */
function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .split(/[.,;:!?\n()"。、،؛؟…«»“”「」『』]+|(?<=\s)[-–—]+(?=\s)/u)
    .map((clause) =>
      clause
        .replace(/[^\p{L}\p{M}\p{N}_' ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((clause) => clause !== '');
}
