import type { Pool } from '@discord-channel/database';
import { readArticles } from '../read-articles';
import { buildSnapshot } from '../search/build-snapshot';
import { snapshotFormat } from '../search/snapshot-format';
import { findSnapshot } from './find-snapshot';
import { storeSnapshot } from './store-snapshot';

/**
 * Brings the stored search indexes of an application up to its newest publication: the general one and one for each
 * server that has articles of its own. What did not change is not built again. Safe to run at any time and twice.
 * @returns how many were built.
 */
export async function buildSearchIndexes(pool: Pool, applicationId: string): Promise<{ built: number }> {
  const { rows: guilds } = await pool.query<{ guild_id: string }>(
    `select distinct guild_id from knowledge_base.articles
      where application_id = $1 and guild_id is not null and state = 'published'`,
    [applicationId],
  );
  let built = 0;
  for (const guildId of [null, ...guilds.map(({ guild_id }) => guild_id)]) {
    if (await buildOne(pool, { applicationId, guildId })) built += 1;
  }
  // The release before may still run beside this one and read its own format; what is older, nobody does.
  for (const table of ['search_snapshots', 'search_snapshot_parts']) {
    await pool.query(
      `delete from knowledge_base.${table}
        where application_id = $1 and (format < $2 or guild_id <> '' and guild_id <> all ($3::text[]))`,
      [applicationId, snapshotFormat - 1, guilds.map(({ guild_id }) => guild_id)],
    );
  }
  return { built };
}

async function buildOne(pool: Pool, scope: { applicationId: string; guildId: string | null }): Promise<boolean> {
  // Read before the articles: a publication in between is in the snapshot, and built once more by its own job.
  const { revision, guildId, snapshot } = await findSnapshot(pool, scope);
  if (revision === null || guildId !== scope.guildId || snapshot?.revision === revision) return false;
  const digest = await digestOf(pool, scope);
  if (snapshot?.digest === digest) {
    await storeSnapshot(pool, { ...scope, revision, digest });
    return false;
  }
  const articles = await readArticles(pool, scope);
  await storeSnapshot(pool, { ...scope, revision, digest, bytes: await buildSnapshot(articles) });
  return true;
}

/** Tells one state of the articles that a server sees from any other. */
async function digestOf(pool: Pool, { applicationId, guildId }: { applicationId: string; guildId: string | null }) {
  const { rows } = await pool.query<{ digest: string }>(
    `select md5(coalesce(string_agg(key::text || extract(epoch from updated_at)::text, ',' order by key), '')) as digest
       from knowledge_base.articles
      where application_id = $1 and (guild_id is null or guild_id = $2) and state = 'published'`,
    [applicationId, guildId],
  );
  return rows[0]?.digest ?? '';
}
