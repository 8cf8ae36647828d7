import type { Queryable } from '@discord-channel/database';
import type { KnowledgeScope } from '../article';
import { snapshotFormat } from '../search/snapshot-format';

/** Where a server's search stands. */
export interface SnapshotState {
  /** The newest publication; null if nothing was ever published. */
  revision: string | null;
  /** The server whose articles are searched; null for those of all servers. */
  guildId: string | null;
  /** The snapshot that is there, if one is, and the publication that it has. */
  snapshot: { revision: string; digest: string; parts: number; byteLength: number } | undefined;
}

interface StateRow {
  revision: string | null;
  guild_id: string;
  snapshot_revision: string | null;
  digest: string;
  parts: number;
  byte_length: number;
}

/** Asks, in one short query, what was published last and which snapshot is there for a server. */
export async function findSnapshot(database: Queryable, scope: KnowledgeScope): Promise<SnapshotState> {
  const { rows } = await database.query<StateRow>(
    `select wanted.guild_id, revisions.revision,
            snapshot.revision as snapshot_revision, snapshot.digest, snapshot.parts, snapshot.byte_length
       from (select case when exists (select from knowledge_base.articles
                                       where application_id = $1 and guild_id = $2 and state = 'published')
                    then $2 else '' end as guild_id) wanted
       left join knowledge_base.revisions on revisions.application_id = $1
       left join knowledge_base.search_snapshots snapshot
         on snapshot.application_id = $1 and snapshot.guild_id = wanted.guild_id and snapshot.format = $3`,
    [scope.applicationId, scope.guildId, snapshotFormat],
  );
  const [row] = rows;
  return {
    revision: row?.revision ?? null,
    guildId: row?.guild_id || null,
    snapshot: row?.snapshot_revision
      ? { revision: row.snapshot_revision, digest: row.digest, parts: row.parts, byteLength: row.byte_length }
      : undefined,
  };
}
