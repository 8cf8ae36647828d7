import type { Queryable } from '@discord-channel/database';
import type { Article, KnowledgeScope } from './article';

interface ArticleRow {
  application_id: string;
  guild_id: string | null;
  id: string;
  title: string;
  category: string;
  queries: string[];
  url: string | null;
  text: string;
  language: string;
  state: 'published' | 'draft';
}

/**
 * The published articles that a server's players may see, by id; of two with one id, the server's own.
 * @param ids only these, if given.
 */
export async function readArticles(
  database: Queryable,
  scope: KnowledgeScope,
  ids?: readonly string[],
): Promise<Article[]> {
  const { rows } = await database.query<ArticleRow>(
    `select distinct on (id) application_id, guild_id, id, title, category, queries, url, text, language, state
       from knowledge_base.articles
      where application_id = $1 and (guild_id is null or guild_id = $2) and ($3::text[] is null or id = any ($3))
        and state = 'published'
      order by id, guild_id nulls last`,
    [scope.applicationId, scope.guildId, ids ?? null],
  );
  return rows.map(({ application_id, guild_id, ...article }) => ({
    ...article,
    applicationId: application_id,
    guildId: guild_id,
  }));
}
