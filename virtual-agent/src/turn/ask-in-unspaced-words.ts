import type { UnspacedWords } from './agent-words/unspaced-words';

/** Longer clauses are no request for a person, but a tale. In UTF-16 units. */
const longestClause = 200;

/** Reads clauses of a language without spaces: does the player ask for a person, or take it back? */
export function askInUnspacedWords(language: UnspacedWords): (clause: string) => 'asks' | 'cancels' | 'neither' {
  const { person, after, before, reach, denied, bare, setPhrase, cancellation, clauseBreak } = language;
  const patterns = [
    ...(after ? [new RegExp(person + after)] : []),
    ...(before ? [new RegExp(`${before}.{0,${reach}}${person}`)] : []),
  ];
  const isRequest = (part: string) =>
    bare.test(part) || ((setPhrase.test(part) || patterns.some((pattern) => pattern.test(part))) && !denied.test(part));
  return (clause) => {
    let answer: 'asks' | 'cancels' | 'neither' = 'neither';
    for (const part of clause.replace(/\s+/g, '').split(clauseBreak)) {
      if (part === '' || part.length > longestClause) continue;
      if (cancellation.test(part)) answer = 'cancels';
      else if (isRequest(part)) answer = 'asks';
    }
    return answer;
  };
}
