import {
  afterWords,
  bareRequest,
  bareWeak,
  betweenWords,
  callVerbs,
  cancellation,
  carryingWords,
  negations,
  otherPlayers,
  personWords,
  realWords,
  setPhrases,
  talkVerbs,
  transferVerbs,
  vaguePersons,
  wantVerbs,
} from './english-agent-words';

/**
 * True when a player asks for a person. English. A wish in any sentence counts, unless it is denied in the same
 * breath ("I don't want to talk to an agent", "no, not a human") or taken back afterwards ("... never mind").
 */
export function asksForAgent(text: string): boolean {
  let asked = false;
  for (const clause of clausesOf(text)) {
    if (cancellation.test(clause)) asked = false;
    else if (isRequest(clause)) asked = true;
  }
  return asked;
}

function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .split(/[.,;:!?\n()"]+|\bbut\b|\bhowever\b|(?<=\s)[-–—]+(?=\s)/)
    .map((clause) =>
      clause
        .replace(/[^\p{L}\p{N}_' ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((clause) => clause !== '');
}

function isRequest(clause: string): boolean {
  if (bareRequest.test(clause) && !bareWeak.test(clause)) return true;
  const words = clause.split(' ');
  const phrase = setPhrases.map((pattern) => pattern.exec(clause)).find((match) => match !== null);
  if (phrase) {
    const before = clause.slice(0, phrase.index).trim();
    if (!isDenied(before === '' ? [] : before.split(' '))) return true;
  }
  return words.some((word, position) => personWords.has(word) && isRequestedPerson(words, position));
}

function isRequestedPerson(words: readonly string[], person: number): boolean {
  const next = words[person + 1];
  if (next !== undefined && !afterWords.has(next) && !personWords.has(next)) return false;
  let verb = person - 1;
  while (verb >= 0 && (betweenWords.has(words[verb] ?? '') || personWords.has(words[verb] ?? ''))) verb -= 1;
  const word = words[verb] ?? '';
  const name = words[person] ?? '';
  const isClear = !vaguePersons.has(name) || isQualified(words, verb, person);
  const isTalking = (talkVerbs.has(word) && (isClear || !otherPlayers.has(name))) || (callVerbs.has(word) && isClear);
  const isTransfer =
    transferVerbs.has(word) && words.slice(verb + 1, person).some((link) => link === 'to' || link === 'with');
  const isWanted = wantVerbs.has(word) && isClear;
  if (!isTalking && !isTransfer && !isWanted) return false;
  return !isDenied(words.slice(0, verb));
}

/** "a real person", "live support", "I need a person", "get me someone to talk to": vague by itself, but one of us. */
function isQualified(words: readonly string[], verb: number, person: number): boolean {
  return (
    words.slice(verb + 1, person).some((word) => realWords.has(word)) ||
    (words[person] === 'person' && words[person - 1] === 'a' && words[person + 1] === undefined) ||
    (/^some(?:one|body)$/.test(words[person] ?? '') && words[person + 1] === 'to')
  );
}

/** Walks back over the words that hand a "not" on, and tells whether there is one. */
function isDenied(before: readonly string[]): boolean {
  for (let position = before.length - 1; position >= 0; position -= 1) {
    const word = before[position] ?? '';
    if (negations.has(word)) return !isRhetorical(before.slice(0, position));
    // "no need to talk to an agent", while "no i want an agent" denies something else
    if (word === 'no' && before[position + 1] === 'need') return true;
    if (!carryingWords.has(word)) return false;
  }
  return false;
}

/** "Why not talk to a human", "why don't you ...": a wish in the shape of a question. */
function isRhetorical(before: readonly string[]): boolean {
  return before.at(-1) === 'why' || before.includes('why') || /^(?:can|could|may)$/.test(before.at(-2) ?? '');
}
