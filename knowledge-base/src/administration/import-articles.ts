import type { ImportArticlesRequest, ImportArticlesResponse } from '@discord-channel/contracts';
import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { readArticleRows } from '../import/read-article-source';
import { writeArticles } from '../write-articles';
import { beginPublication } from './begin-publication';
import { endPublication } from './end-publication';

/** So many problems are told; who has more mends these first. */
const mostProblems = 50;

/**
 * Takes one piece of a file, and with the last one missing imports all of it, or nothing. Articles are added or
 * replaced by their ids; those that the file does not name stay. Safe to repeat: what was imported is there already.
 * @param updatedBy who imports, for the record.
 */
export function importArticles(
  pool: Pool,
  { importId, part, parts, content, format, server }: ImportArticlesRequest,
  updatedBy: string,
): Promise<ImportArticlesResponse> {
  return inTransaction(pool, async (transaction): Promise<ImportArticlesResponse> => {
    // The pieces of an import one after the other, so that one of them is the last.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${importId}`]);
    const whole = await collect(transaction, { importId, part, parts, content });
    if (whole === undefined) return { outcome: 'waiting' };
    const read = readArticleRows('file', format, whole);
    if (read.kind === 'rejected') {
      const problems = read.problems.map(({ line, reason }) => ({ line, reason }));
      return {
        outcome: 'rejected',
        problems: problems.slice(0, mostProblems),
        more: Math.max(0, problems.length - mostProblems),
      };
    }
    await beginPublication(transaction, server.applicationId);
    const { added, changed } = await writeArticles(transaction, { ...server, articles: read.articles, updatedBy });
    if (added + changed > 0) await endPublication(transaction, server.applicationId);
    return { outcome: 'imported', added, changed, unchanged: read.articles.length - added - changed };
  });
}

/** Keeps a piece, and puts them together once all are there. What nobody finished goes after a day. */
async function collect(
  transaction: Queryable,
  { importId, part, parts, content }: Pick<ImportArticlesRequest, 'importId' | 'part' | 'parts' | 'content'>,
): Promise<string | undefined> {
  if (parts === 1) return content;
  await transaction.query(`delete from knowledge_base.import_parts where created_at < now() - interval '1 day'`);
  await transaction.query(
    `insert into knowledge_base.import_parts (import_id, part, content) values ($1, $2, $3)
     on conflict (import_id, part) do nothing`,
    [importId, part, content],
  );
  const { rows } = await transaction.query<{ count: number; whole: string }>(
    `select count(*)::int as count, string_agg(content, '' order by part) as whole
       from knowledge_base.import_parts where import_id = $1 and part < $2`,
    [importId, parts],
  );
  return rows[0]?.count === parts ? rows[0].whole : undefined;
}
