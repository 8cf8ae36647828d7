import type { CustomFieldsResponse } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { publishSettings } from './publish-settings';
import { readCustomFields } from './read-custom-fields';

/** Offers a field no longer. What cases and contacts hold in it stays and can be read. */
export function deleteCustomField(pool: Pool, id: string): Promise<CustomFieldsResponse> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query(
      `update case_management.custom_fields set deleted_at = now(), version = version + 1
        where id = $1 and deleted_at is null`,
      [id],
    );
    await publishSettings(transaction);
    return { fields: await readCustomFields(transaction) };
  });
}
