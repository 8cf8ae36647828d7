import { inTransaction, type Pool } from '@discord-channel/database';
import type { KnowledgeScope } from '../article';
import { snapshotFormat } from '../search/snapshot-format';

/** Bytes of a part. A reader holds one part twice for a moment. */
const partLength = 2 ** 20;

export interface StoreSnapshot extends KnowledgeScope {
  /** The publication that was read before the articles were. */
  revision: string;
  digest: string;
  /** Not given: the articles are those of the snapshot that is there, which has this publication too. */
  bytes?: Uint8Array;
}

/** Puts a snapshot in the place of the one before, unless a newer one is there already. */
export function storeSnapshot(pool: Pool, snapshot: StoreSnapshot): Promise<void> {
  const { applicationId, guildId, revision, digest, bytes } = snapshot;
  const place = [applicationId, guildId ?? '', snapshotFormat];
  return inTransaction(pool, async (transaction) => {
    if (!bytes) {
      await transaction.query(
        `update knowledge_base.search_snapshots set revision = $4
          where application_id = $1 and guild_id = $2 and format = $3 and digest = $5 and revision < $4`,
        [...place, revision, digest],
      );
      return;
    }
    const parts = Math.ceil(bytes.byteLength / partLength);
    const { rowCount } = await transaction.query(
      `insert into knowledge_base.search_snapshots as present
         (application_id, guild_id, format, revision, digest, byte_length, parts)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (application_id, guild_id, format) do update
         set revision = excluded.revision, digest = excluded.digest, byte_length = excluded.byte_length,
             parts = excluded.parts, built_at = now()
       where present.revision < excluded.revision or present.digest <> excluded.digest and present.revision = excluded.revision`,
      [...place, revision, digest, bytes.byteLength, parts],
    );
    if (rowCount === 0) return;
    await transaction.query(
      'delete from knowledge_base.search_snapshot_parts where application_id = $1 and guild_id = $2 and format = $3',
      place,
    );
    for (let part = 0; part < parts; part += 1) {
      const start = part * partLength;
      await transaction.query(
        `insert into knowledge_base.search_snapshot_parts (application_id, guild_id, format, digest, part, content)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          ...place,
          digest,
          part,
          Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(partLength, bytes.byteLength - start)),
        ],
      );
    }
  });
}
