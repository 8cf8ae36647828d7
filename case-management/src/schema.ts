import { join } from 'node:path';
import type { OwnedSchema } from '@discord-channel/database';

/** The Postgres schema that holds cases. */
export const caseManagementSchema: OwnedSchema = {
  name: 'case_management',
  migrationsDirectory: join(__dirname, '../migrations'),
  latestMigration: '0011_deleted_cases',
};
