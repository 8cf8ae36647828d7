import { randomUUID } from 'node:crypto';
import type { Pool } from '@discord-channel/database';
import type { TextMaker } from './make-text';
import type { FunctionCall } from './measure-function';

export type SearchClass = 'cjk2' | 'common' | 'misspelt' | 'rare' | 'filters';

const find = (payload: object): FunctionCall => ({ path: '/flex/find-cases', payload });

/** What agents ask, taken from what is in the database: `count` of each class, each of them another. */
export async function makeSearches(
  pool: Pool,
  text: TextMaker,
  count: number,
): Promise<Record<SearchClass, FunctionCall[]>> {
  const pairs = await column(
    pool,
    // Two characters that stand next to each other in some Chinese or Japanese note.
    `select substr(run, 1 + (random() * (char_length(run) - 2))::int, 2)
       from (select text from case_management.case_notes tablesample system (5) limit 40000) as n
       cross join lateral substring(n.text from '[\\u3040-\\u9fff]{4,}') as run where run is not null limit $1`,
    count,
  );
  const rare = await column(
    pool,
    `select word from ts_stat('select notes from case_management.case_search tablesample system (5)')
      where ndoc = 1 and word ~ '^[a-zа-я]{6,}$' order by md5(word) limit $1`,
    count,
  );
  const names = await column(
    pool,
    `select word from case_management.name_words where word ~ '^[a-z]{6,}$' order by md5(word) limit $1`,
    count,
  );
  const common = ['refund', 'REFUND', 'refund', 'refun'];
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(text.random() * items.length)] as Item;
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const tags = await column(pool, 'select distinct unnest(tags) from case_management.cases limit $1', 20);
  return {
    cjk2: pairs.map((search) => find({ search })),
    common: Array.from({ length: count }, () => find({ search: pick(common) })),
    misspelt: names.map((name) => find({ search: misspell(name, text.random) })),
    rare: rare.map((search) => find({ search })),
    filters: Array.from({ length: count }, (_, at) => {
      const from = 100 + text.random() * 1_500;
      const [status, tag, agent] = [
        pick(['open', 'elevated', 'closed']),
        pick(tags),
        `agent_${1 + Math.floor(text.random() * 60)}`,
      ];
      const range = { from: day(from), to: day(from - 90) };
      return find({
        filters: [
          { ...range, statuses: [status], tags: [tag], ownerId: agent },
          { statuses: [status], tags: [tag], agentId: agent, csatScores: [pick([1, 2, 3, 4, 5])] },
          { ...range, keyword: pick(rare), statuses: [status], tags: [tag] },
          { ...range, statuses: [status], agentId: agent, ownerId: `agent_${1 + Math.floor(text.random() * 60)}` },
        ][at % 4],
      });
    }),
  };
}

/** Notes added to random cases. */
export async function makeSaves(pool: Pool, text: TextMaker, count: number): Promise<FunctionCall[]> {
  const ids = await randomCases(pool, count);
  return ids.map((caseId) => ({
    path: '/flex/add-case-note',
    payload: { caseId, noteId: randomUUID(), text: text.note() },
  }));
}

export async function randomCases(pool: Pool, count: number): Promise<string[]> {
  return column(
    pool,
    'select id::text from case_management.cases order by md5(id::text || random()::text) limit $1',
    count,
  );
}

/** One letter more, less or other, or two changed round. */
function misspell(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const kinds = [
    `${before}${after}`,
    `${before}${letter}x${after}`,
    `${before}q${after}`,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? name;
}

async function column(pool: Pool, statement: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<string[]>({ text: statement, values: [count], rowMode: 'array' });
  return rows.map(([value]) => value ?? '');
}
