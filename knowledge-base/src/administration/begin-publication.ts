import type { Queryable } from '@discord-channel/database';

/** Has whoever else changes articles of this application wait for the end of the transaction. */
export async function beginPublication(transaction: Queryable, applicationId: string): Promise<void> {
  await transaction.query(
    `insert into knowledge_base.revisions (application_id, revision) values ($1, 0)
     on conflict (application_id) do update set revision = revisions.revision`,
    [applicationId],
  );
}
