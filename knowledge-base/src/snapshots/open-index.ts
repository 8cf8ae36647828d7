import type { Queryable } from '@discord-channel/database';
import type { KnowledgeScope } from '../article';
import { readArticles } from '../read-articles';
import { buildSnapshot } from '../search/build-snapshot';
import { openSearchIndex, type SearchIndex } from '../search/search-index';
import { findSnapshot } from './find-snapshot';
import { loadSnapshot } from './load-snapshot';

export interface OpenedIndex {
  /** Changes when what is searched does. */
  version: string;
  index: SearchIndex;
}

/** So many articles are read and indexed in less time than a player would notice, in a fraction of a second. */
const quicklyBuilt = 500;
/** Snapshots that are replaced while they are read. */
const mostTries = 3;

/**
 * Opens the index that a server's questions are searched in: the stored one, if it has the newest publication. If the
 * worker has not built that yet, a small index is built on the spot, and of a large one the stored version serves.
 * @param present what was opened before: given back if it is still the newest.
 */
export async function openIndex(
  database: Queryable,
  scope: KnowledgeScope,
  present: OpenedIndex | undefined,
): Promise<OpenedIndex> {
  for (let tries = 0; ; tries += 1) {
    const { revision, guildId, snapshot } = await findSnapshot(database, scope);
    const wanted = { applicationId: scope.applicationId, guildId };
    const versionOf = (published: string | null) => `${guildId ?? ''}/${published}`;
    if (present?.version === versionOf(revision)) return present;
    const isCurrent = snapshot?.revision === revision;
    if (snapshot && tries < mostTries && (isCurrent || !(await isQuicklyBuilt(database, wanted)))) {
      const version = versionOf(snapshot.revision);
      if (present?.version === version) return present;
      const loaded = await loadSnapshot(database, wanted, snapshot);
      // A newer one took its place meanwhile.
      if (loaded.kind === 'replaced') continue;
      return { version, index: openSearchIndex(loaded.bytes) };
    }
    const articles = await readArticles(database, wanted);
    return { version: versionOf(revision), index: openSearchIndex(await buildSnapshot(articles)) };
  }
}

async function isQuicklyBuilt(database: Queryable, { applicationId, guildId }: KnowledgeScope): Promise<boolean> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from knowledge_base.articles
      where application_id = $1 and (guild_id is null or guild_id = $2) and state = 'published'`,
    [applicationId, guildId],
  );
  return (rows[0]?.count ?? 0) <= quicklyBuilt;
}
