import type { Queryable } from '@discord-channel/database';
import { feedbackSubject, type Suggestion } from './feedback-subject';

export interface FindFeedback extends Suggestion {
  applicationId: string;
  agentId: string;
  articleIds: readonly string[];
}

/** Which of these articles an agent has said not to help with this message. */
export async function findFeedback(
  database: Queryable,
  { applicationId, agentId, articleIds, ...suggestion }: FindFeedback,
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ article_id: string }>(
    `select article_id from knowledge_base.article_feedback
      where application_id = $1 and agent_id = $2 and subject = $3 and article_id = any ($4)`,
    [applicationId, agentId, feedbackSubject(suggestion), articleIds],
  );
  return new Set(rows.map(({ article_id }) => article_id));
}
