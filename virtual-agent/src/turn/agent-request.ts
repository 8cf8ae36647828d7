import { arabicCues } from './agent-cues/ar';
import { germanCues } from './agent-cues/de';
import { englishCues } from './agent-cues/en';
import { spanishCues } from './agent-cues/es';
import { frenchCues } from './agent-cues/fr';
import { hindiCues } from './agent-cues/hi';
import { japaneseCues } from './agent-cues/ja';
import { koreanCues } from './agent-cues/ko';
import { polishCues } from './agent-cues/pl';
import { portugueseCues } from './agent-cues/pt';
import { russianCues } from './agent-cues/ru';
import { thaiCues } from './agent-cues/th';
import { turkishCues } from './agent-cues/tr';
import { vietnameseCues } from './agent-cues/vi';
import { chineseCues } from './agent-cues/zh-cn';
import { askByCues } from './ask-by-cues';

/** Each reads by itself: players mix languages, and a DM's language may not be known yet. */
const readers = [
  englishCues,
  frenchCues,
  polishCues,
  japaneseCues,
  chineseCues,
  arabicCues,
  germanCues,
  spanishCues,
  portugueseCues,
  koreanCues,
  turkishCues,
  russianCues,
  thaiCues,
  hindiCues,
  vietnameseCues,
].map(askByCues);

/**
 * True when a player asks for a person, in any of our languages. A wish in any sentence counts, unless it is denied
 * in the same breath ("I don't want to talk to an agent", "no, not a human") or taken back afterwards ("never mind").
 */
export function asksForAgent(text: string): boolean {
  let asked = false;
  for (const clause of clausesOf(text)) {
    const answers = readers.map((read) => read(clause));
    if (answers.includes('cancels')) asked = false;
    // Languages share words: the one that understands the denial is the one that was written in.
    else if (answers.includes('asks') && !answers.includes('denies')) asked = true;
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
    .split(/[.,;:!?\n()"。、،؛؟।…«»“”「」『』]+|(?<=\s)[-–—]+(?=\s)/u)
    .map((clause) =>
      clause
        .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((clause) => clause !== '');
}
