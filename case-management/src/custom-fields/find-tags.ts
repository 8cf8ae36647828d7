import type { TagsResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** More than this fit no list that a person would look through. */
const maxTags = 500;

/** The tags that the team offers and those that cases have, each with how many have it. */
export async function findTags(database: Queryable): Promise<TagsResponse> {
  const { rows } = await database.query<{ name: string; cases: string; offered: boolean }>(
    `with used as (select word as name, count(*) as cases from case_management.cases, unnest(tags) as word group by word)
     select name, coalesce(used.cases, 0) as cases, offered.name is not null as offered
       from used full join (select name from case_management.tags where deleted_at is null) as offered using (name)
      order by lower(name), name limit $1`,
    [maxTags],
  );
  return { tags: rows.map((row) => ({ ...row, cases: Number(row.cases) })) };
}
