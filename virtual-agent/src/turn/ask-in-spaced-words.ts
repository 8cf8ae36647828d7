import type { SpacedWords } from './agent-words/spaced-words';

/** A "not", a verb or a person further away than this belongs to something else. In words. */
const longestReach = 14;

/** Reads clauses of a language that puts spaces between words: does the player ask for a person, or take it back? */
export function askInSpacedWords(clause: string, language: SpacedWords): 'asks' | 'cancels' | 'neither' {
  const folded = language.fold(clause).replace(/\s+/g, ' ').trim();
  const words: string[] = [];
  let answer: 'asks' | 'cancels' | 'neither' = 'neither';
  for (const word of [...folded.split(' '), undefined]) {
    if (word !== undefined && !language.clauseBreaks.has(word)) {
      words.push(word);
      continue;
    }
    const part = words.splice(0).join(' ');
    if (part === '') continue;
    if (language.cancellation.test(part)) answer = 'cancels';
    else if (isRequest(part, language)) answer = 'asks';
  }
  return answer;
}

function isRequest(clause: string, language: SpacedWords): boolean {
  if (language.bareRequest.test(clause) && !language.bareWeak.test(clause)) return true;
  const words = clause.split(' ');
  const phrase = language.setPhrases.map((pattern) => pattern.exec(clause)).find((match) => match !== null);
  if (phrase) {
    const before = clause.slice(0, phrase.index).trim();
    if (!isDenied(before === '' ? [] : before.split(' '), language)) return true;
  }
  return words.some((word, position) => language.personWords.has(word) && isRequestedPerson(words, position, language));
}

function isRequestedPerson(words: readonly string[], person: number, language: SpacedWords): boolean {
  const { afterWords, personWords, betweenWords, vaguePersons, otherPlayers } = language;
  const { talkVerbs, callVerbs, transferVerbs, transferLinks, wantVerbs } = language;
  const next = words[person + 1];
  if (next !== undefined && !afterWords.has(next) && !personWords.has(next)) return false;
  let verb = person - 1;
  const isBetween = (word: string) => betweenWords.has(word) || personWords.has(word);
  while (verb >= 0 && person - verb < longestReach && isBetween(words[verb] ?? '')) verb -= 1;
  const word = words[verb] ?? '';
  const name = words[person] ?? '';
  const links = words.slice(verb + 1, person);
  const isClear = !vaguePersons.has(name) || isQualified(words, verb, person, language);
  const isTalking = (talkVerbs.has(word) && (isClear || !otherPlayers.has(name))) || (callVerbs.has(word) && isClear);
  const isTransfer =
    transferVerbs.has(word) && (transferLinks.size === 0 || links.some((link) => transferLinks.has(link)));
  const isWanted = wantVerbs.has(word) && isClear;
  if (!isTalking && !isTransfer && !isWanted) return false;
  return !isDenied(words.slice(Math.max(0, verb - longestReach), verb), language);
}

/** "a real person", "live support", "I need a person", "get me someone to talk to": vague by itself, but one of us. */
function isQualified(words: readonly string[], verb: number, person: number, language: SpacedWords): boolean {
  return (
    words.slice(verb + 1, person).some((word) => language.realWords.has(word)) ||
    language.realPhrase.test(words.slice(verb + 1, person + 2).join(' '))
  );
}

/** Walks back over the words that hand a "not" on, and tells whether there is one. */
function isDenied(before: readonly string[], language: SpacedWords): boolean {
  for (let position = before.length - 1; position >= 0; position -= 1) {
    const word = before[position] ?? '';
    if (language.negations.has(word)) return !isRhetorical(before.slice(0, position), language);
    if (language.denyingPair.test(`${word} ${before[position + 1] ?? ''}`)) return true;
    if (!language.carryingWords.has(word)) return false;
  }
  return false;
}

/** "Why not talk to a human", "why don't you ...": a wish in the shape of a question. */
function isRhetorical(before: readonly string[], { questionWords, politeVerbs }: SpacedWords): boolean {
  return before.some((word) => questionWords.has(word)) || politeVerbs.has(before.at(-2) ?? '');
}
