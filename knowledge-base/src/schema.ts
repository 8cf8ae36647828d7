import { join } from 'node:path';
import type { OwnedSchema } from '@discord-channel/database';

/** The Postgres schema that holds articles. */
export const knowledgeBaseSchema: OwnedSchema = {
  name: 'knowledge_base',
  migrationsDirectory: join(__dirname, '../migrations'),
  latestMigration: '0005_canned_responses',
};
