import type { PlayerLanguage } from '@discord-channel/player-texts';
import type { LanguageReading } from './detect-language';

/** What is remembered of the languages that a player writes. */
export interface LanguageMemory {
  /** The language that the player's texts tell, as far as they do. */
  detected: PlayerLanguage | null;
  /** A clear text told it, or two. */
  certain: boolean;
  /** The last hint, and the message that gave it: the same message read again is no second hint. */
  hint: { language: PlayerLanguage; discordId: string } | null;
}

/**
 * Weighs one more message. A clear text decides at once; a hint is good for nothing more than a first guess, until
 * another message gives the same. Reading a message twice changes nothing.
 * @returns the same memory when nothing changed: most messages say again what is known, and are to cost nothing
 */
export function weighLanguage(memory: LanguageMemory, reading: LanguageReading, discordId: string): LanguageMemory {
  const weighed = weigh(memory, reading, discordId);
  return isEqual(weighed, memory) ? memory : weighed;
}

function weigh(memory: LanguageMemory, reading: LanguageReading, discordId: string): LanguageMemory {
  if (reading.kind === 'undecided') return memory;
  const { language } = reading;
  if (reading.kind === 'clear') return { detected: language, certain: true, hint: null };
  const again = memory.hint?.language === language && memory.hint.discordId !== discordId;
  if (again) return { detected: language, certain: true, hint: null };
  if (memory.detected === language && memory.certain) return { ...memory, hint: null };
  return { detected: memory.detected ?? language, certain: memory.certain, hint: { language, discordId } };
}

function isEqual(one: LanguageMemory, other: LanguageMemory): boolean {
  return (
    one.detected === other.detected &&
    one.certain === other.certain &&
    one.hint?.language === other.hint?.language &&
    one.hint?.discordId === other.hint?.discordId
  );
}
