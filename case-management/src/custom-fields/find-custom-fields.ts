import type { CustomFieldsResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readCustomFields } from './read-custom-fields';

/** The fields that the team defined for its cases and contacts, with those that were deleted. */
export async function findCustomFields(database: Queryable): Promise<CustomFieldsResponse> {
  return { fields: await readCustomFields(database) };
}
