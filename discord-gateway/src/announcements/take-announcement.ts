import { isDeepStrictEqual } from 'node:util';
import type { AnnouncementRequest } from '@discord-channel/contracts';
import { enqueueJob, inTransaction, type Pool } from '@discord-channel/database';
import { cleanText } from '../inbound/clean-text';
import { channelKey } from '../server-setup/object-keys';
import { addAnnouncement, readAnnouncements, retryAnnouncement, type StoredAnnouncement } from '../store/announcements';
import { serversWith } from '../store/server-objects';

export type TakenAnnouncement =
  | { kind: 'taken'; announcement: StoredAnnouncement }
  /** There is nowhere to post it, or it is not said where. */
  | { kind: 'no-server'; reason: string }
  /** Another announcement has this id. */
  | { kind: 'conflict'; reason: string };

/**
 * Stores an announcement together with the job that posts it. Taken again it is the same one; where it has failed, or
 * still waits, it is tried anew at once.
 */
export async function takeAnnouncement(
  { pool, applicationId }: { pool: Pool; applicationId: string },
  { id, guildId: asked, ...content }: AnnouncementRequest,
): Promise<TakenAnnouncement> {
  const servers = await serversWith(pool, applicationId, channelKey('announcements'));
  const server =
    asked === undefined && servers.length === 1 ? servers[0] : servers.find((one) => one.guildId === asked);
  if (!server) return { kind: 'no-server', reason: whyNoServer(servers, asked) };
  const key = { applicationId, guildId: server.guildId, id };
  const wanted = { ...content, title: cleanText(content.title), body: cleanText(content.body) };
  return inTransaction(pool, async (client) => {
    await addAnnouncement(client, key, wanted);
    await retryAnnouncement(client, key);
    const [announcement] = await readAnnouncements(client, key);
    if (!announcement) throw new Error('an announcement that was stored is not there');
    if (!isDeepStrictEqual(announcement.content, wanted)) {
      return { kind: 'conflict', reason: `Another announcement has the id ${id}: give this one its own.` };
    }
    if (announcement.state === 'waiting') {
      const payload = { guildId: key.guildId, announcementId: id };
      await enqueueJob(client, 'post-announcement', payload, { key: `announcement:${key.guildId}:${id}` });
    }
    return { kind: 'taken', announcement };
  });
}

function whyNoServer(servers: readonly { guildId: string }[], asked: string | undefined): string {
  if (servers.length === 0) return 'No server has an announcements channel yet: run `npm run setup:discord`.';
  const known = servers.map(({ guildId }) => guildId).join(', ');
  return asked === undefined
    ? `Several servers have an announcements channel: say which in "guildId" (${known}).`
    : `Server ${asked} has no announcements channel that the setup knows. Known: ${known}.`;
}
