import type { Queryable } from '@discord-channel/database';

/** What the team defined, in a few letters: others whenever a field or an offered tag is. */
export async function readSettingsDigest(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ digest: string }>(
    `select md5(concat_ws('/',
              (select string_agg(concat_ws(':', id, version, deleted_at), ',' order by id)
                 from case_management.custom_fields),
              (select string_agg(to_json(name)::text, ',' order by name)
                 from case_management.tags where deleted_at is null))) as digest`,
  );
  return rows[0]?.digest ?? '';
}
