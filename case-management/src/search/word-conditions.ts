import type { Queryable } from '@discord-channel/database';
import type { SqlValues } from './sql-values';

/** One word that was typed, as questions in the language of `tsquery`. */
export interface Word {
  exact: string;
  /** Names that are one letter away from it; null when there are none. */
  nearly: string | null;
}

type Place = 'head' | 'names' | 'notes';

/** Takes what was typed apart, with the function that the words of cases were made with. */
export async function readWords(database: Queryable, typed: string): Promise<Word[]> {
  if (typed === '') return [];
  const { rows } = await database.query<Word>(
    'select exact::text, nearly::text from case_management.search_question($1)',
    [typed.replaceAll('\u0000', '')],
  );
  return rows;
}

/** What must hold of a row `s` of `case_search` to have each of these words, wherever it stands. */
export function wordConditions(
  words: readonly Word[],
  { places, nearly }: { places: readonly Place[]; nearly: boolean },
  values: SqlValues,
): string[] {
  return words.map((word) => {
    const exact = `${values.add(word.exact)}::tsquery`;
    const anywhere = places.map((place) => `s.${place} @@ ${exact}`);
    if (nearly && word.nearly !== null) anywhere.push(`s.names @@ ${values.add(word.nearly)}::tsquery`);
    return `(${anywhere.join(' or ')})`;
  });
}
