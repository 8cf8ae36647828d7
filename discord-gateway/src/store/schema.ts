import { join } from 'node:path';
import type { OwnedSchema } from '@discord-channel/database';

/** The relay's tables. `migrationsDirectory` is read by `npm run migrate` only, never by the worker. */
export const relaySchema: OwnedSchema = {
  name: 'relay',
  migrationsDirectory: join(__dirname, '../../migrations'),
  latestMigration: '0013_parked_rows',
};
