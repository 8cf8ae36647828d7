import type { Queryable } from '@discord-channel/database';

/** How often agents said that an article does not help. */
export interface ArticleFeedback {
  articleId: string;
  count: number;
  /** By how many agents. */
  agents: number;
  lastAt: Date;
  /** What was looked for, the newest first; ten at most. */
  queries: string[];
}

/** What agents said of an application's articles, the most often criticised first. For who looks after them. */
export async function countFeedback(database: Queryable, applicationId: string): Promise<ArticleFeedback[]> {
  const { rows } = await database.query<{
    article_id: string;
    count: number;
    agents: number;
    last_at: Date;
    queries: string[];
  }>(
    `select article_id, count(*)::int as count, count(distinct agent_id)::int as agents, max(given_at) as last_at,
            (array_agg(query order by given_at desc))[1:10] as queries
       from knowledge_base.article_feedback where application_id = $1
      group by article_id order by count desc, article_id`,
    [applicationId],
  );
  return rows.map(({ article_id, last_at, ...counted }) => ({ ...counted, articleId: article_id, lastAt: last_at }));
}
