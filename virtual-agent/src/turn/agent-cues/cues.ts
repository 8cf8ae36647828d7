/**
 * The words by which a language asks for a person. Lists are separated by blanks; in a word `_` stands for a blank and
 * `~` for any ending. All are in the form that `fold` gives a text in lower case.
 */
export interface Cues {
  fold(text: string): string;
  /** False for a language whose words are not told apart by blanks. */
  spaced: boolean;
  /** Begin another clause. */
  breaks: string;
  /** Taken out before anything else is looked at: "not a bot" denies no person. */
  ignored: string;
  /** Those who work for us. */
  staff: string;
  /** Somebody who is not a bot. */
  human: string;
  /** Players too: they need a verb of talking and a wish. */
  someone: string;
  talk: string;
  /** Verbs that bring a person in: connect, transfer, call, contact. */
  transfer: string;
  want: string;
  /** Means it where nothing else is said: "transfer me". */
  alone: string;
  /** What may stand around a person where nothing else is said: "an *agent* please". */
  filler: string;
  /** What makes a clause a tale or a question about the game. */
  tale: string;
  /** Denies what stands near. */
  denied: string;
  /** A question that denies nothing: "why can't I talk to a human". */
  rhetorical: string;
  /** Takes back what was asked before. */
  cancellation: string;
  /** Key words that are recognised with a slip of the finger, in languages with an alphabet. */
  oftenMistyped?: string;
  /** Real words that look like a slip. */
  noSlips?: string;
}
