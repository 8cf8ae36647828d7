import type { Queryable } from './pool';

/** A schema that one package owns, together with its migrations. */
export interface OwnedSchema {
  /** Name of the Postgres schema. */
  name: string;
  /** Folder of the SQL migrations. */
  migrationsDirectory: string;
  /** Name of the newest migration, without `.sql`: the one that this code is written for. */
  latestMigration: string;
}

/** The database is not at the version that this code needs. Nobody but `npm run migrate` changes that. */
export class SchemaVersionError extends Error {
  readonly code = 'unknown-schema-version';
}

/**
 * Refuses a database that was never migrated, is behind, or is ahead of this code.
 * @throws SchemaVersionError saying which schema, what was found and what to do.
 */
export async function requireSchemaVersion(database: Queryable, schemas: readonly OwnedSchema[]): Promise<void> {
  for (const schema of schemas) {
    const applied = await latestApplied(database, schema.name);
    if (applied === schema.latestMigration) continue;
    throw new SchemaVersionError(
      `Schema ${schema.name} is at ${applied ?? 'no version at all'}, this code needs ${schema.latestMigration}. ` +
        'Run `npm run migrate` of the same release against this database.',
    );
  }
}

async function latestApplied(database: Queryable, schemaName: string): Promise<string | undefined> {
  const exists = await database.query<{ table: string | null }>('select to_regclass($1)::text as table', [
    `${schemaName}.migrations`,
  ]);
  if (!exists.rows[0]?.table) return undefined;
  const newest = await database.query<{ name: string }>(
    `select name from ${schemaName}.migrations order by id desc limit 1`,
  );
  return newest.rows[0]?.name;
}
