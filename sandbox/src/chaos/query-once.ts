import { Client, type QueryResultRow } from 'pg';

const withinMs = 1_000;

/** Asks the database one thing over a connection of its own, straight and not through a proxy. @throws while it is down. */
export async function queryOnce<Row extends QueryResultRow>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Row>(text);
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}
