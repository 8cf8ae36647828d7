import type { CaseFilters, CaseSort } from '@discord-channel/contracts';
import { caseConditions } from './case-conditions';
import type { PageCursor } from './page-cursor';
import { sortOrder } from './sort-orders';
import type { SqlValues } from './sql-values';
import { type Word, wordConditions } from './word-conditions';

export interface PageQuestion {
  words: readonly Word[];
  /** Of the filter by a keyword in the notes. */
  keyword: readonly Word[];
  filters: CaseFilters;
  sort: CaseSort;
  cursor: PageCursor | undefined;
  nearly: boolean;
  limit: number;
}

/**
 * A statement that gives the ids of a page, by looking at the next so many cases in their order and at nothing else.
 * Of what many cases have it finds a page at once; of what few have it may miss some.
 */
export function selectAlongOrder(question: PageQuestion, lookAt: number, values: SqlValues): string {
  const { by, order, after } = frame(question, values);
  const { words, nearly, filters, keyword, limit } = question;
  const conditions = caseConditions(filters, keyword, values);
  const inWords = wordConditions(words, { places: ['head', 'names', 'notes'], nearly }, values);
  return `
    select c.id from (select c.* from case_management.cases c ${where(after)} ${order} limit ${lookAt}) c
      ${inWords.length > 0 ? `cross join lateral (select from case_management.case_search s where s.case_id = c.id and ${inWords.join(' and ')} offset 0) as found` : ''}
      ${where(conditions)}
      order by ${by} limit ${limit}`;
}

/** A statement that gives the ids of a page, by finding everything first and then putting it in order. */
export function selectAll(question: PageQuestion, values: SqlValues): string {
  const { by, after } = frame(question, values);
  return `
    ${from(question, values)} ${where([...caseConditions(question.filters, question.keyword, values), ...after])}
      order by ${by} limit ${question.limit}`;
}

/**
 * A statement that gives the ids of cases that may be missing in a list that is read page by page: they changed since
 * it was begun, and by that moved in front of where it has come to.
 */
export function selectMoved(question: PageQuestion, cursor: PageCursor, values: SqlValues): string {
  const { after } = frame(question, values);
  const at = `${values.add(cursor.at)}::timestamptz`;
  return `
    ${from(question, values)}
      ${where([
        ...caseConditions(question.filters, question.keyword, values),
        // A little earlier, for what was not committed yet.
        `c.updated_at >= ${at} - interval '10 seconds' and c.created_at < ${at}`,
        `not (${after.join(' and ')})`,
      ])}
      order by c.updated_at desc limit 200`;
}

function from({ words, nearly }: PageQuestion, values: SqlValues): string {
  const inWords = wordConditions(words, { places: ['head', 'names', 'notes'], nearly }, values);
  return inWords.length === 0
    ? 'select c.id from case_management.cases c join case_management.contacts p on p.id = c.contact_id'
    : `with found as materialized (select s.case_id from case_management.case_search s ${where(inWords)})
       select c.id from found join case_management.cases c on c.id = found.case_id
         join case_management.contacts p on p.id = c.contact_id`;
}

function frame({ sort, cursor }: PageQuestion, values: SqlValues) {
  const { expression, type, direction, after } = sortOrder(sort);
  const by = `${expression} ${direction}, c.number ${direction}`;
  return {
    by,
    order: `order by ${by}`,
    after: cursor
      ? [
          `(${expression}, c.number) ${after} (${values.add(cursor.value)}::${type}, ${values.add(cursor.number)}::bigint)`,
        ]
      : [],
  };
}

const where = (conditions: readonly string[]) => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
