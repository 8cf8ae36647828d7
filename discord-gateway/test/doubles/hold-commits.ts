import type { Pool } from '@discord-channel/database';

/** A pool whose commits wait until they are let through. */
export function holdCommits(pool: Pool) {
  let letThrough = () => {};
  const through = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const connect = async () => {
    const client = await pool.connect();
    const query = async (text: string, values?: unknown[]) => {
      if (text === 'commit') {
        asked();
        await through;
      }
      return client.query(text, values);
    };
    return { query, release: (error?: Error) => client.release(error) };
  };
  return { pool: { connect } as unknown as Pool, isAsked, letThrough };
}
