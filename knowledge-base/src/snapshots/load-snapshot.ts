import type { Queryable } from '@discord-channel/database';
import type { KnowledgeScope } from '../article';
import { snapshotFormat } from '../search/snapshot-format';
import type { SnapshotState } from './find-snapshot';

/** `replaced`: a newer snapshot took its place while it was read. */
export type LoadSnapshotResult = { kind: 'loaded'; bytes: Uint8Array } | { kind: 'replaced' };

/** Reads a snapshot part by part into one piece of memory. */
export async function loadSnapshot(
  database: Queryable,
  { applicationId, guildId }: KnowledgeScope,
  { digest, parts, byteLength }: NonNullable<SnapshotState['snapshot']>,
): Promise<LoadSnapshotResult> {
  const bytes = new Uint8Array(byteLength);
  let position = 0;
  for (let part = 0; part < parts; part += 1) {
    const { rows } = await database.query<{ content: Buffer }>(
      `select content from knowledge_base.search_snapshot_parts
        where application_id = $1 and guild_id = $2 and format = $3 and digest = $4 and part = $5`,
      [applicationId, guildId ?? '', snapshotFormat, digest, part],
    );
    const content = rows[0]?.content;
    if (!content || position + content.length > byteLength) return { kind: 'replaced' };
    bytes.set(content, position);
    position += content.length;
  }
  return position === byteLength ? { kind: 'loaded', bytes } : { kind: 'replaced' };
}
