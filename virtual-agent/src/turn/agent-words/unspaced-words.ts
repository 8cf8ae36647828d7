/** How a language without spaces asks for a person: pieces of patterns, each matched inside one clause. */
export interface UnspacedWords {
  /** How people call somebody who is not a bot. */
  person: string;
  /** What follows the person in a request: "担当者 *と話したい*". Empty where the language puts it before. */
  after: string;
  /** What goes before the person in a request: "*转接* 人工". */
  before: string;
  /** At most this many characters stand between. */
  reach: number;
  /** A clause that says the contrary, or tells of something. */
  denied: RegExp;
  /** A person and nothing else. */
  bare: RegExp;
  /** Said without naming a person. */
  setPhrase: RegExp;
  cancellation: RegExp;
  /** Words that begin another clause. */
  clauseBreak: RegExp;
}
