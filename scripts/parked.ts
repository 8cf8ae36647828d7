import { openPool } from '@discord-channel/database';
import { dropParked, listParked, retryParked } from '../discord-gateway/src/store/parked';

const usage = `What the worker has set aside because it could not be carried. Needs DATABASE_DIRECT_URL.

  npm run --silent parked -- list
  npm run --silent parked -- retry ID
  npm run --silent parked -- drop ID`;

async function main(): Promise<void> {
  const [action, id] = process.argv.slice(2);
  const connectionString = process.env.DATABASE_DIRECT_URL;
  if (!connectionString) throw new Error(`DATABASE_DIRECT_URL is missing.\n\n${usage}`);
  const pool = openPool({
    connectionString,
    max: 1,
    applicationName: 'parked',
    onBrokenConnection: (error) => console.error(error.message),
  });
  try {
    if (action === 'list' && id === undefined) return console.table(await listParked(pool));
    if (!id || (action !== 'retry' && action !== 'drop')) throw new Error(usage);
    const found = await (action === 'retry' ? retryParked : dropParked)(pool, id);
    if (!found) throw new Error(`Nothing is set aside as ${id}: see \`npm run parked -- list\`.`);
    console.log(action === 'retry' ? 'The worker tries it again.' : 'Dropped.');
  } finally {
    await pool.end();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
