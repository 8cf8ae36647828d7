import type { FindArticlesRequest, FindArticlesResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type ArticleRow, summaryColumns, toSummary } from './article-row';
import { readServers } from './read-servers';

const pageSize = 50;

/** The articles of all servers by title, drafts among them, a page of those that have all the words and the label. */
export async function findArticles(
  database: Queryable,
  { search, label, server, after }: FindArticlesRequest,
): Promise<FindArticlesResponse> {
  const words = search.split(/\s+/).filter(Boolean);
  const [afterTitle, afterKey] = readCursor(after);
  const { rows } = await database.query<ArticleRow & { sort_title: string }>(
    `select ${summaryColumns}, lower(articles.title) as sort_title from knowledge_base.articles
      where state <> 'deleted'
        and ($1::text is null or category = $1)
        and ($2::text is null or application_id = $2 and guild_id is not distinct from $3)
        and not exists (select from unnest($4::text[]) as word
                         where position(lower(word) in lower(concat_ws(' ', id, title, category, url, text,
                                                                       array_to_string(queries, ' ')))) = 0)
        and ($5::text is null or (lower(title), key) > ($5, $6::uuid))
      order by lower(title), key limit $7`,
    [label ?? null, server?.applicationId ?? null, server?.guildId ?? null, words, afterTitle, afterKey, pageSize + 1],
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const { rows: labels } = await database.query<{ category: string }>(
    `select distinct category from knowledge_base.articles where state <> 'deleted' order by category`,
  );
  return {
    articles: page.map(toSummary),
    next: last && rows.length > pageSize ? JSON.stringify([last.sort_title, last.key]) : null,
    labels: labels.map(({ category }) => category),
    servers: await readServers(database),
  };
}

/** A cursor that is none begins at the front. */
function readCursor(cursor: string | undefined): [string, string] | [null, null] {
  try {
    const [title, key]: unknown[] = JSON.parse(cursor ?? '[]');
    if (typeof title === 'string' && typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key)) return [title, key];
  } catch {}
  return [null, null];
}
