import type { CaseListResponse, CaseTask, ReportOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readSummaries, type SummaryRow } from './read-summaries';

export interface FindTaskCases {
  task: CaseTask;
  /** The Discord player of the task's conversation; null for a task of another channel. */
  player: Pick<ReportOrigin, 'applicationId' | 'userId'> | null;
}

const maxCases = 10;

/** The cases of a task's customer that are not closed, newest first. */
export async function findTaskCases(database: Queryable, { task, player }: FindTaskCases): Promise<CaseListResponse> {
  const { rows } = await database.query<SummaryRow>(
    `select c.id, c.number, c.subject, c.status, c.source, c.created_at, p.display_name
       from case_management.contacts p
       join case_management.cases c on c.contact_id = p.id
      where p.id = (select id from case_management.contacts where application_id = $1 and discord_user_id = $2
                     union all
                    select contact_id from case_management.contact_identities where channel = $3 and address = $4
                     limit 1)
        and c.status <> 'closed'
      order by c.number desc limit $5`,
    [player?.applicationId ?? null, player?.userId ?? null, task.channel, task.address, maxCases],
  );
  return { items: readSummaries(rows), next: null };
}
