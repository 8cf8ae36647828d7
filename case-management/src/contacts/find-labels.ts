import type { LabelsResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** More than this fit no list that a person would look through. */
const maxLabels = 500;

/** The labels that contacts have, each with how many have it. */
export async function findLabels(database: Queryable): Promise<LabelsResponse> {
  const { rows } = await database.query<{ name: string; contacts: string }>(
    `select word as name, count(*) as contacts from case_management.contacts, unnest(labels) as word
      where labels <> '{}' group by word order by lower(word), word limit $1`,
    [maxLabels],
  );
  return { labels: rows.map(({ name, contacts }) => ({ name, contacts: Number(contacts) })) };
}
