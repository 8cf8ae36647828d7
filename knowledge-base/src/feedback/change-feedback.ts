import type { Actor } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { KnowledgeScope } from '../article';
import { feedbackSubject, type Suggestion } from './feedback-subject';

export interface ChangeFeedback extends KnowledgeScope, Suggestion {
  articleId: string;
  agent: Actor;
  /** False takes back what was said. */
  notHelpful: boolean;
}

/** As much of a query as is kept. In UTF-16 units. */
const longestQuery = 1_000;

/**
 * An agent says that a suggested article does not help, or takes it back. Said twice it stands once.
 * @returns `no-such-article` for one that the server's players do not see (any more); nothing is kept of it
 */
export async function changeFeedback(
  database: Queryable,
  { applicationId, guildId, articleId, agent, notHelpful, ...suggestion }: ChangeFeedback,
): Promise<{ kind: 'changed' } | { kind: 'no-such-article' }> {
  const key = [applicationId, articleId, agent.id, feedbackSubject(suggestion)];
  if (!notHelpful) {
    await database.query(
      `delete from knowledge_base.article_feedback
        where application_id = $1 and article_id = $2 and agent_id = $3 and subject = $4`,
      key,
    );
    return { kind: 'changed' };
  }
  // Postgres takes every character in text but NUL.
  const query = suggestion.query.replaceAll('\u0000', ' ').slice(0, longestQuery);
  const { rowCount } = await database.query(
    `insert into knowledge_base.article_feedback
       (application_id, article_id, agent_id, subject, guild_id, agent_name, query)
     select $1, $2, $3, $4, $5, $6, $7
      where exists (select from knowledge_base.articles
                     where application_id = $1 and id = $2 and state = 'published'
                       and (guild_id is null or guild_id = $5))
     -- What is there already is given back too.
     on conflict (application_id, article_id, agent_id, subject) do update set agent_name = excluded.agent_name`,
    [...key, guildId, agent.name, query],
  );
  return rowCount === 0 ? { kind: 'no-such-article' } : { kind: 'changed' };
}
