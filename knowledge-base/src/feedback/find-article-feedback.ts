import type { FindArticleFeedbackRequest, FindArticleFeedbackResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { saidOfArticles } from './said-of-articles';

const pageSize = 20;

interface FeedbackRow {
  given_at: Date;
  /** Microseconds since 1970: a Date has milliseconds only. */
  moment: string;
  agent_id: string;
  agent_name: string;
  subject: string;
  query: string;
}

/** When, by whom and for which words an article was said not to help: a page, the newest first. */
export async function findArticleFeedback(
  database: Queryable,
  { key, after }: FindArticleFeedbackRequest,
): Promise<FindArticleFeedbackResponse> {
  const { rows } = await database.query<FeedbackRow>(
    `select given_at, moment, agent_id, agent_name, subject, query
       from (select *, (extract(epoch from given_at) * 1000000)::bigint as moment from ${saidOfArticles} as said) as said
      where key = $1 and ($2::bigint is null or (moment, agent_id, subject) < ($2, $3, $4))
      order by moment desc, agent_id desc, subject desc limit $5`,
    [key, ...readCursor(after), pageSize + 1],
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    feedback: page.map((row) => ({
      givenAt: row.given_at.toISOString(),
      query: row.query,
      agentName: row.agent_name,
    })),
    next: last && rows.length > pageSize ? JSON.stringify([last.moment, last.agent_id, last.subject]) : null,
  };
}

/** A cursor that is none begins at the front. */
function readCursor(cursor: string | undefined): [string, string, string] | [null, null, null] {
  try {
    const [moment, agentId, subject]: unknown[] = JSON.parse(cursor ?? '[]');
    const texts = typeof agentId === 'string' && typeof subject === 'string' && !/\0/.test(agentId + subject);
    if (typeof moment === 'string' && /^\d{1,18}$/.test(moment) && texts) return [moment, agentId, subject];
  } catch {}
  return [null, null, null];
}
