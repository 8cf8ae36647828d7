import type { CustomFieldsResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readCustomFields } from './read-custom-fields';

/** Offers a field no longer. What cases and contacts hold in it stays and can be read. */
export async function deleteCustomField(database: Queryable, id: string): Promise<CustomFieldsResponse> {
  await database.query(
    `update case_management.custom_fields set deleted_at = now(), version = version + 1
      where id = $1 and deleted_at is null`,
    [id],
  );
  return { fields: await readCustomFields(database) };
}
