import {
  type ContactSort,
  type FindContactsRequest,
  type FindContactsResponse,
  findContactsRequest,
  findPageSize,
} from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type ContactsCursor, contactsCursor, readCursor, writeCursor } from '../search/page-cursor';
import { SqlValues } from '../search/sql-values';
import { readWords, type Word } from '../search/word-conditions';
import { type ListedContacts, readListedContacts } from './read-listed-contacts';

export type FindContactsResult = { kind: 'found'; page: FindContactsResponse } | { kind: 'unknown-cursor' };

interface Question {
  words: readonly Word[];
  labels: readonly string[];
  sort: ContactSort;
  cursor: ContactsCursor | undefined;
  nearly: boolean;
}

/** Of a contact `p`, never null. */
const sortKeys: Record<ContactSort['by'], { expression: string; type: 'text' | 'timestamptz' }> = {
  name: { expression: 'p.sort_name', type: 'text' },
  email: { expression: `lower(coalesce(p.email, ''))`, type: 'text' },
  created: { expression: 'p.created_at', type: 'timestamptz' },
  updated: { expression: 'p.updated_at', type: 'timestamptz' },
};

/**
 * A page of contacts: those with every word in their names, address or number, and with every label, in the order that
 * is wished. When nobody has the words as they are, those who have a name with one letter more, less or other.
 *
 * Pages begin where the one before ended, and hold who moved past that since, as those of `findCases`.
 */
export async function findContacts(database: Queryable, asked: FindContactsRequest): Promise<FindContactsResult> {
  const { search, labels, sort, cursor: written } = findContactsRequest.parse(asked);
  const cursor = written === undefined ? undefined : readCursor(contactsCursor, written);
  if (written !== undefined && cursor === undefined) return { kind: 'unknown-cursor' };
  const words = await readWords(database, search);
  if (search !== '' && words.length === 0) return { kind: 'found', page: { items: [], next: null, nearly: false } };

  const question: Question = { words, labels, sort, cursor, nearly: cursor?.nearly ?? false };
  const found = await findPage(database, question);
  if (found.items.length > 0 || cursor !== undefined || words.every(({ nearly }) => nearly === null)) {
    return { kind: 'found', page: await toPage(database, question, found) };
  }
  const nearly = { ...question, nearly: true };
  return { kind: 'found', page: await toPage(database, nearly, await findPage(database, nearly)) };
}

function findPage(database: Queryable, question: Question): Promise<ListedContacts> {
  const values = new SqlValues();
  const { expression, by, after } = order(question, values);
  const conditions = [...contactConditions(question, values), ...after];
  const ids = `select p.id from ${from(question, values)} ${where(conditions)} order by ${by} limit ${findPageSize + 1}`;
  return readListedContacts(database, { ids, expression, by }, values);
}

/** Who changed since the list was begun, and by that moved in front of where it has come to. */
function findMoved(database: Queryable, question: Question, cursor: ContactsCursor): Promise<ListedContacts> {
  const values = new SqlValues();
  const { expression, by, after } = order(question, values);
  const at = `${values.add(cursor.at)}::timestamptz`;
  const conditions = [
    ...contactConditions(question, values),
    // A little earlier, for what was not committed yet.
    `p.updated_at >= ${at} - interval '10 seconds' and p.created_at < ${at}`,
    `not (${after.join(' and ')})`,
  ];
  const ids = `select p.id from ${from(question, values)} ${where(conditions)} order by p.updated_at desc limit 200`;
  return readListedContacts(database, { ids, expression, by }, values);
}

async function toPage(database: Queryable, question: Question, found: ListedContacts): Promise<FindContactsResponse> {
  const items = found.items.slice(0, findPageSize);
  const last = items.at(-1);
  const value = found.sortValues[items.length - 1];
  const { nearly, cursor } = question;
  const more = found.items.length > findPageSize && last !== undefined && value !== undefined;
  const moved = cursor ? (await findMoved(database, question, cursor)).items : [];
  const shown = new Set(items.map(({ id }) => id));
  return {
    items: [...moved.filter(({ id }) => !shown.has(id)), ...items],
    next: more ? writeCursor({ value, id: last.id, at: found.at, nearly }) : null,
    nearly,
  };
}

/** Who has the words: found first, since going along the order of names would look at everybody for a rare one. */
function from({ words, nearly }: Question, values: SqlValues): string {
  if (words.length === 0) return 'case_management.contacts p';
  const conditions = words.map((word) => {
    const exact = `search_terms @@ ${values.add(word.exact)}::tsquery`;
    return nearly && word.nearly !== null ? `(${exact} or search_terms @@ ${values.add(word.nearly)}::tsquery)` : exact;
  });
  return `(select * from case_management.contacts ${where(conditions)} offset 0) as p`;
}

function contactConditions({ labels }: Question, values: SqlValues): string[] {
  return labels.length > 0 ? [`p.labels @> ${values.add(labels)}::text[]`] : [];
}

function order({ sort, cursor }: Question, values: SqlValues) {
  const { expression, type } = sortKeys[sort.by];
  const [direction, after] = sort.direction === 'ascending' ? ['asc', '>'] : ['desc', '<'];
  return {
    expression,
    by: `${expression} ${direction}, p.id ${direction}`,
    after: cursor
      ? [`(${expression}, p.id) ${after} (${values.add(cursor.value)}::${type}, ${values.add(cursor.id)}::uuid)`]
      : [],
  };
}

const where = (conditions: readonly string[]) => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
