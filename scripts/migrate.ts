import { migrate } from '@discord-channel/database/migrate';
import { schemas } from './schemas';

async function main(): Promise<void> {
  const connectionString = process.env.DATABASE_DIRECT_URL;
  if (!connectionString) {
    throw new Error('DATABASE_DIRECT_URL is missing: the direct connection string of the Postgres to migrate.');
  }
  await migrate({ connectionString, schemas, onProgress: (line) => console.log(line) });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
