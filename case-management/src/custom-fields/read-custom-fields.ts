import type { CustomField } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

interface FieldRow {
  id: string;
  subject: CustomField['subject'];
  kind: CustomField['kind'];
  name: string;
  options: string[];
  version: number;
  deleted: boolean;
}

/** The fields that the team defined, oldest first, also those that were deleted: cases may hold something in them. */
export async function readCustomFields(database: Queryable): Promise<CustomField[]> {
  const { rows } = await database.query<FieldRow>(
    `select id, subject, kind, name, options, version, deleted_at is not null as deleted
       from case_management.custom_fields order by created_at, id`,
  );
  return rows;
}
