import type { ExportArticlesRequest, ExportArticlesResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type ArticleRow, toView, viewColumns } from './article-row';

/** Articles on a page at most, and characters of their texts after which a page ends: an answer is limited. */
const mostArticles = 200;
const mostCharacters = 500_000;

/** Everything that a server's articles hold, drafts among them, by id and page by page. */
export async function exportArticles(
  database: Queryable,
  { server, after }: ExportArticlesRequest,
): Promise<ExportArticlesResponse> {
  const { rows } = await database.query<ArticleRow & { before: string }>(
    `select * from (
       select ${viewColumns}, sum(char_length(text)) over (order by id) - char_length(text) as before
         from knowledge_base.articles
        where application_id = $1 and guild_id is not distinct from $2 and state <> 'deleted' and id > $3
        order by id limit $4) page
      order by id`,
    [server.applicationId, server.guildId, after ?? '', mostArticles + 1],
  );
  const fitting = rows.filter(({ before }, place) => place < mostArticles && Number(before) < mostCharacters);
  return {
    articles: fitting.map(toView),
    next: fitting.length < rows.length ? (fitting.at(-1)?.id ?? null) : null,
  };
}
