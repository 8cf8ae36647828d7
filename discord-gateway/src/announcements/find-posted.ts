import type { Queryable } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import { SnowflakeUtil } from 'discord.js';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import { announcementMessages, type StoredAnnouncement } from '../store/announcements';

/** How far Discord's clock may be behind the database's, in milliseconds. */
const clockSkewMs = 60_000;
/** Discord's limit for a page. */
const pageSize = 100;
/** Pages read at most: 2,000 messages since the first attempt. */
const maxPages = 20;

/**
 * Looks whether an announcement that was tried before is in the channel: a message of a bot with the same card that
 * is no other announcement's. The nonce alone answers that for a few minutes only.
 * @returns the message's id, or undefined when it is not there.
 */
export async function findPosted(
  { pool, rest }: { pool: Queryable; rest: REST },
  channelId: string,
  { attemptedAt, content }: StoredAnnouncement,
): Promise<string | undefined> {
  if (!attemptedAt) return undefined;
  let after = SnowflakeUtil.generate({ timestamp: attemptedAt.getTime() - clockSkewMs, increment: 0n }).toString();
  for (let page = 0; page < maxPages; page += 1) {
    const query = new URLSearchParams({ after, limit: String(pageSize) });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    const same = messages.filter(
      ({ author, embeds: [card] }) => author.bot && card?.title === content.title && card.description === content.body,
    );
    const others = await announcementMessages(
      pool,
      same.map(({ id }) => id),
    );
    const found = same.find(({ id }) => !others.has(id));
    if (found) return found.id;
    // Newest first: the page goes on where its first message is.
    const newest = messages[0];
    if (!newest || messages.length < pageSize) return undefined;
    after = newest.id;
  }
  return undefined;
}
