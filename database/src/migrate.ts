import type { OwnedSchema } from './schema-version';

export interface MigrateOptions {
  /** A direct connection: a transaction pooler breaks the session lock that keeps two migrations apart. */
  connectionString: string;
  schemas: readonly OwnedSchema[];
  /** Told each step, for people. */
  onProgress: (line: string) => void;
}

/**
 * Brings the database to the version that this release needs: the job library's own tables first, then each
 * package's schema, each migration in a transaction, the whole under a lock. Run by `npm run migrate` only.
 */
export async function migrate({ connectionString, schemas, onProgress }: MigrateOptions): Promise<void> {
  // Neither library is needed, or deployed, where nobody migrates.
  const { runMigrations } = await import('graphile-worker');
  const { runner } = await import('node-pg-migrate');
  await runMigrations({ connectionString });
  onProgress('graphile_worker: up to date');
  for (const schema of schemas) {
    const applied = await runner({
      databaseUrl: connectionString,
      dir: schema.migrationsDirectory,
      direction: 'up',
      schema: schema.name,
      createSchema: true,
      migrationsSchema: schema.name,
      createMigrationsSchema: true,
      migrationsTable: 'migrations',
      ignorePattern: '\\..*|.*\\.md',
      log: () => {},
      verbose: false,
    });
    onProgress(`${schema.name}: ${applied.length === 0 ? 'up to date' : applied.map(({ name }) => name).join(', ')}`);
  }
}
