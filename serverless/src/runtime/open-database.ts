import { type OwnedSchema, openPool, type Pool, requireSchemaVersion } from '@discord-channel/database';
import type { Logger } from '@discord-channel/virtual-agent';
import type { FunctionsConfig } from '../config';

export interface OpenDatabase {
  config: FunctionsConfig;
  logger: Logger;
  /** The schemas that the Function uses: each must be at the version that this code is written for. */
  schemas: readonly OwnedSchema[];
}

/** Two at most: many warm Functions share one pooler. */
const maxConnections = 2;

/**
 * Opens the Function's connections, kept across requests.
 * @throws SchemaVersionError when the database is behind or ahead of this code.
 */
export async function openDatabase({ config, logger, schemas }: OpenDatabase): Promise<Pool> {
  const pool = openPool({
    connectionString: config.DATABASE_URL,
    max: maxConnections,
    applicationName: 'discord-channel-functions',
    onBrokenConnection: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
  });
  try {
    await requireSchemaVersion(pool, schemas);
    return pool;
  } catch (error) {
    await pool.end().catch(() => {});
    throw error;
  }
}
