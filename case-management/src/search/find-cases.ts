import {
  type FindCasesRequest,
  type FindCasesResponse,
  findCasesRequest,
  findPageSize,
} from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { casesCursor, type PageCursor, readCursor, writeCursor } from './page-cursor';
import { type ListedRows, readListedCases } from './read-listed-cases';
import { type PageQuestion, selectAll, selectAlongOrder, selectMoved } from './select-page';
import { sortOrder } from './sort-orders';
import { SqlValues } from './sql-values';
import { readWords } from './word-conditions';

export type FindCasesResult = { kind: 'found'; page: FindCasesResponse } | { kind: 'unknown-cursor' };

/** How many cases are looked at in their order before everything is searched: some ten milliseconds' worth. */
const lookAtForWords = 2_000;
const lookAtForFilters = 5_000;

/**
 * A page of cases: those that have every word and pass every filter, in the order that is wished. When no case has
 * the words as they are, those whose contact has a name with one letter more, less or other.
 *
 * Pages begin where the one before ended, not at a number of rows, so nothing repeats when cases come in between. A
 * page also holds the cases that changed since the one before in such a way that they would be missed; whoever
 * joins pages shows each case once.
 *
 * @param pageSize how many cases a page has
 */
export async function findCases(
  database: Queryable,
  asked: FindCasesRequest,
  pageSize: number = findPageSize,
): Promise<FindCasesResult> {
  const { search, filters, sort, cursor: written } = findCasesRequest.parse(asked);
  const cursor = written === undefined ? undefined : readCursor(casesCursor, written);
  if (written !== undefined && cursor === undefined) return { kind: 'unknown-cursor' };

  const hash = /^#\s*(\d{1,15})$/.exec(search)?.[1];
  const numbered = hash === undefined ? filters : { ...filters, number: Number(hash) };
  const question: PageQuestion = {
    words: hash === undefined ? await readWords(database, search) : [],
    keyword: await readWords(database, filters.keyword ?? ''),
    filters: numbered,
    sort,
    cursor,
    nearly: cursor?.nearly ?? false,
    limit: pageSize + 1,
  };
  const wordless = (typed: string, words: readonly unknown[]) => typed !== '' && words.length === 0;
  if ((hash === undefined && wordless(search, question.words)) || wordless(filters.keyword ?? '', question.keyword)) {
    return { kind: 'found', page: { items: [], next: null, nearly: false } };
  }

  const found = await findPage(database, question);
  if (found.items.length > 0 || cursor !== undefined || question.words.every(({ nearly }) => nearly === null)) {
    return { kind: 'found', page: await toPage(database, question, found) };
  }
  const nearly = { ...question, nearly: true };
  return { kind: 'found', page: await toPage(database, nearly, await findPage(database, nearly)) };
}

async function findPage(database: Queryable, question: PageQuestion): Promise<ListedRows> {
  // A name with an error is rare: looking along the order would be in vain.
  if (sortOrder(question.sort).indexed && !question.nearly) {
    const values = new SqlValues();
    const lookAt = question.words.length > 0 ? lookAtForWords : lookAtForFilters;
    const found = await readListedCases(database, selectAlongOrder(question, lookAt, values), question.sort, values);
    if (found.items.length === question.limit) return found;
  }
  const values = new SqlValues();
  return readListedCases(database, selectAll(question, values), question.sort, values);
}

async function toPage(database: Queryable, question: PageQuestion, found: ListedRows): Promise<FindCasesResponse> {
  const pageSize = question.limit - 1;
  const items = found.items.slice(0, pageSize);
  const last = items.at(-1);
  const sortValue = found.sortValues[items.length - 1];
  const next =
    found.items.length > pageSize && last && sortValue !== undefined
      ? writeCursor({ value: sortValue, number: last.number, at: found.at, nearly: question.nearly })
      : null;
  const moved = question.cursor ? await findMoved(database, question, question.cursor) : [];
  const shown = new Set(items.map(({ id }) => id));
  return { items: [...moved.filter(({ id }) => !shown.has(id)), ...items], next, nearly: question.nearly };
}

async function findMoved(database: Queryable, question: PageQuestion, cursor: PageCursor) {
  // The number of a case never changes.
  if (question.sort.by === 'number') return [];
  const values = new SqlValues();
  return (await readListedCases(database, selectMoved(question, cursor, values), question.sort, values)).items;
}
