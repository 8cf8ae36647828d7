import type { Queryable } from '@discord-channel/database';

/**
 * The one Discord application that has articles: what a customer of another channel is helped from. With several there
 * is no telling whose customer it is.
 */
export async function findOnlyApplication(
  database: Queryable,
): Promise<{ kind: 'found'; applicationId: string } | { kind: 'none' } | { kind: 'several' }> {
  const { rows } = await database.query<{ application_id: string }>(
    'select distinct application_id from knowledge_base.articles limit 2',
  );
  const [only, another] = rows;
  if (!only) return { kind: 'none' };
  return another ? { kind: 'several' } : { kind: 'found', applicationId: only.application_id };
}
