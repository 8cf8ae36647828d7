import { join } from 'node:path';
import type { OwnedSchema } from '@discord-channel/database';

/** The Postgres schema that holds the mode and the lease of conversations. */
export const virtualAgentSchema: OwnedSchema = {
  name: 'virtual_agent',
  migrationsDirectory: join(__dirname, '../migrations'),
  latestMigration: '0006_operating_hours',
};
