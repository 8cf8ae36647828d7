import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const tables = ['inbox', 'outbox', 'conversations', 'dm_channels', 'backfills', 'gateway_sessions', 'leases'];

/** Writes the relay's tables to files, for whoever looks for the cause of what a run found. The check itself never reads them. */
export async function dumpRelay(databaseUrl: string, folder: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const table of tables) {
      const { rows } = await client.query(`select * from relay.${table}`);
      writeFileSync(join(folder, `${table}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    }
  } finally {
    await client.end();
  }
}
