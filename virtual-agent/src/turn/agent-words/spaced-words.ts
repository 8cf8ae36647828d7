/** How a language that puts spaces between words asks for a person. Words are in the form that `fold` gives them. */
export interface SpacedWords {
  /** Brings a text in lower case to the form of the words below: without diacritics, contractions apart or together. */
  fold(text: string): string;
  /** Words that begin another clause. */
  clauseBreaks: ReadonlySet<string>;
  /** How people call somebody who is not a bot. */
  personWords: ReadonlySet<string>;
  /** May stand between the verb and the person: "talk *to a real live* person". */
  betweenWords: ReadonlySet<string>;
  /** May follow the person: "an agent *please*", but not "an agent *skin*". */
  afterWords: ReadonlySet<string>;
  /** Persons that also play the game: they need to be called real, or a verb of talking. */
  vaguePersons: ReadonlySet<string>;
  /** Persons that players talk to all the time: they need to be called real. */
  otherPlayers: ReadonlySet<string>;
  /** What makes a vague word mean one of us. */
  realWords: ReadonlySet<string>;
  /** What makes a vague word mean one of us, said otherwise; tested from behind the verb to one word after the person. */
  realPhrase: RegExp;
  talkVerbs: ReadonlySet<string>;
  /** "How do I message someone" is about the game; "message an agent" is not. */
  callVerbs: ReadonlySet<string>;
  transferVerbs: ReadonlySet<string>;
  /** One of them has to stand behind a verb of transferring; none where the person carries it as a prefix. */
  transferLinks: ReadonlySet<string>;
  wantVerbs: ReadonlySet<string>;
  /** Words that hand a "not" on to what follows: "I do *not* really want to *talk*". */
  carryingWords: ReadonlySet<string>;
  negations: ReadonlySet<string>;
  /** A denial of two words, "no need", where the first alone denies nothing. */
  denyingPair: RegExp;
  /** "Why not talk to a human" is a wish. */
  questionWords: ReadonlySet<string>;
  /** "Can't I talk to a human" is a wish: the word before the pronoun before the negation. */
  politeVerbs: ReadonlySet<string>;
  /** Whole clauses that mean it without a verb, */
  bareRequest: RegExp;
  /** except these. */
  bareWeak: RegExp;
  setPhrases: readonly RegExp[];
  cancellation: RegExp;
}
