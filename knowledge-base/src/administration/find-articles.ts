import type { ArticleSort, FindArticlesRequest, FindArticlesResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { saidOfArticles } from '../feedback/said-of-articles';
import { type ArticleRow, summaryColumns, toSummary } from './article-row';
import { readServers } from './read-servers';

const pageSize = 50;

interface ListedRow extends ArticleRow {
  not_helpful: number;
  sort_rank: number;
  sort_title: string;
}

/**
 * The articles of all servers, drafts among them: a page of those that have all the words and the label.
 * @param feedback whether to tell how often agents said that an article does not help
 */
export async function findArticles(
  database: Queryable,
  { search, label, server, sort = { by: 'title', direction: 'ascending' }, after }: FindArticlesRequest,
  { feedback }: { feedback: boolean },
): Promise<FindArticlesResponse> {
  const words = search.split(/\s+/).filter(Boolean);
  const { rank, turn, beyond } = orderOf(sort);
  const { rows } = await database.query<ListedRow>(
    `with said as (select key, count(*)::int as times from ${saidOfArticles} as said group by key),
          listed as (
       select ${summaryColumns}, coalesce(said.times, 0) as not_helpful, ${rank} as sort_rank,
              lower(articles.title) as sort_title
         from knowledge_base.articles left join said on said.key = articles.key
        where state <> 'deleted'
          and ($1::text is null or category = $1)
          and ($2::text is null or application_id = $2 and guild_id is not distinct from $3)
          and not exists (select from unnest($4::text[]) as word
                           where position(lower(word) in lower(concat_ws(' ', id, title, category, url, text,
                                                                         array_to_string(queries, ' ')))) = 0))
     select * from listed
      where $5::int is null or sort_rank > $5 or sort_rank = $5 and (sort_title, key) ${beyond} ($6, $7::uuid)
      order by sort_rank, sort_title ${turn}, key ${turn} limit $8`,
    [label ?? null, server?.applicationId ?? null, server?.guildId ?? null, words, ...readCursor(after), pageSize + 1],
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const { rows: labels } = await database.query<{ category: string }>(
    `select distinct category from knowledge_base.articles where state <> 'deleted' order by category`,
  );
  return {
    articles: page.map((row) => ({ ...toSummary(row), ...(feedback && { notHelpful: row.not_helpful }) })),
    next: last && rows.length > pageSize ? JSON.stringify([last.sort_rank, last.sort_title, last.key]) : null,
    labels: labels.map(({ category }) => category),
    servers: await readServers(database),
  };
}

/** By rank first, then by title: articles that were said not to help as often as each other stay in order. */
function orderOf({ by, direction }: ArticleSort): { rank: string; turn: 'asc' | 'desc'; beyond: '>' | '<' } {
  const descending = direction === 'descending';
  if (by === 'title') return { rank: '0', turn: descending ? 'desc' : 'asc', beyond: descending ? '<' : '>' };
  return { rank: `${descending ? '-' : ''}coalesce(said.times, 0)`, turn: 'asc', beyond: '>' };
}

/** A cursor that is none begins at the front. */
function readCursor(cursor: string | undefined): [number, string, string] | [null, null, null] {
  try {
    const [rank, title, key]: unknown[] = JSON.parse(cursor ?? '[]');
    const isPlace = typeof rank === 'number' && Number.isInteger(rank) && Math.abs(rank) < 2 ** 31;
    if (isPlace && typeof title === 'string' && typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key)) {
      return [rank, title, key];
    }
  } catch {}
  return [null, null, null];
}
