import type { DiscordOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type PlayerLanguage, playerLanguages } from '@discord-channel/player-texts';
import type { Player } from '../discord/player';
import { languageOfPlayer } from '../language/language-of-player';
import type { LanguageMemory } from '../language/weigh-language';
import type { RelayConversation } from './conversations';

/** A DM channel with its player, and what of it is not in a conversation yet. */
export interface DmChannel {
  dmChannelId: string;
  origin: DiscordOrigin;
  /** The name that the player's Conversations User carries; null before the first conversation. */
  namedAs: string | null;
  /** A greeting that the player has read in the DM and that no conversation holds yet. */
  pendingGreeting: { key: string; text: string } | null;
  /** The key of the last greeting, pending or not. */
  greetingKey: string | null;
  /** What the player's own messages have told of their language. */
  languageMemory: LanguageMemory;
  /** Its newest conversation when this was read: told along, since every message needs both. */
  latest: Pick<RelayConversation, 'uniqueName' | 'conversationSid' | 'state'> | null;
}

/**
 * Remembers DM channels and the newest that is known of their players. A locale once told stays. `newestId` is the
 * snowflake of what was said in the DM: a back-fill begins behind it.
 */
export async function rememberPlayers(
  db: Queryable,
  applicationId: string,
  seen: readonly { dmChannelId: string; player: Player; newestId?: string }[],
): Promise<void> {
  // The last word on a channel counts, and one statement may touch a row only once.
  const latest = [...new Map(seen.map((one) => [one.dmChannelId, one])).values()];
  if (latest.length === 0) return;
  await db.query(
    `insert into relay.dm_channels (application_id, dm_channel_id, user_id, username, display_name, avatar_url, locale, newest_id)
     select $1, dm_channel_id, user_id, username, display_name, avatar_url, locale,
       coalesce(newest_id, trunc((extract(epoch from now() - interval '1 minute') * 1000 - 1420070400000) * 4194304))
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[])
       as seen(dm_channel_id, user_id, username, display_name, avatar_url, locale, newest_id)
     on conflict (dm_channel_id) do update set username = excluded.username, display_name = excluded.display_name,
       avatar_url = excluded.avatar_url, locale = coalesce(excluded.locale, relay.dm_channels.locale), last_seen_at = now(),
       newest_id = greatest(relay.dm_channels.newest_id, excluded.newest_id)`,
    [
      applicationId,
      latest.map(({ dmChannelId }) => dmChannelId),
      latest.map(({ player }) => player.userId),
      latest.map(({ player }) => player.username),
      latest.map(({ player }) => player.displayName),
      latest.map(({ player }) => player.avatarUrl),
      latest.map(({ player }) => player.locale),
      latest.map(({ newestId }) => newestId ?? null),
    ],
  );
}

/** Whether a DM channel was remembered before. */
export async function isKnownDmChannel(db: Queryable, dmChannelId: string): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from relay.dm_channels where dm_channel_id = $1', [dmChannelId]);
  return rowCount === 1;
}

/**
 * Until the end of the transaction nobody else stores anything that these players did. To be called before the inbox is
 * written: its rows then become visible in the order of their positions.
 */
export async function lockDmChannels(db: Queryable, dmChannelIds: readonly string[]): Promise<void> {
  if (dmChannelIds.length === 0) return;
  await db.query(
    'select from relay.dm_channels where dm_channel_id = any($1) order by dm_channel_id for no key update',
    [dmChannelIds],
  );
}

/**
 * A DM channel that was remembered before. Its server is that of the last /helpme, else the only one the bot is in.
 * @throws Error when the channel was never seen, which is a defect.
 */
export async function readDmChannel(db: Queryable, dmChannelId: string): Promise<DmChannel> {
  const { rows } = await db.query<DmChannelRow>(
    `select ${dmColumns} from relay.dm_channels c ${dmJoins} where c.dm_channel_id = $1`,
    [dmChannelId],
  );
  const row = rows[0];
  if (!row) throw new Error(`DM channel ${dmChannelId} was never remembered`);
  return toDmChannel(dmChannelId, row);
}

/** What `toDmChannel` reads, of `relay.dm_channels c` and `dmJoins`. */
export const dmColumns = `c.application_id, c.user_id, c.username, c.display_name, c.avatar_url, c.locale,
  c.chosen_language, c.detected_language, c.detected_certain, c.hinted_language, c.hinted_by, c.guild_id, c.named_as,
  c.greeting_key, c.greeting_text, g.guild_id as known_guild_id, g.name as guild_name,
  latest.unique_name as latest_name, latest.conversation_sid as latest_sid, latest.state as latest_state`;

/** The newest conversation and the server of each `relay.dm_channels c`. */
export const dmJoins = `left join lateral (select unique_name, conversation_sid, state from relay.conversations
    where dm_channel_id = c.dm_channel_id order by position desc limit 1) latest on true
  left join relay.guilds g on g.application_id = c.application_id and g.guild_id = coalesce(c.guild_id,
    (select min(guild_id) from relay.guilds where application_id = c.application_id having count(*) = 1))`;

/** A row with `dmColumns`. */
export function toDmChannel(dmChannelId: string, row: DmChannelRow): DmChannel {
  const languageMemory = toLanguageMemory(row);
  return {
    dmChannelId,
    languageMemory,
    origin: {
      applicationId: row.application_id,
      guildId: row.known_guild_id ?? row.guild_id,
      guildName: row.guild_name,
      dmChannelId,
      userId: row.user_id,
      username: row.username,
      displayName: row.display_name,
      avatarUrl: row.avatar_url,
      locale: languageOfPlayer({
        chosen: row.chosen_language,
        locale: row.locale,
        detected: languageMemory.detected,
        certain: languageMemory.certain,
      }),
    },
    namedAs: row.named_as,
    pendingGreeting:
      row.greeting_key !== null && row.greeting_text !== null
        ? { key: row.greeting_key, text: row.greeting_text }
        : null,
    greetingKey: row.greeting_key,
    latest:
      row.latest_name !== null && row.latest_state !== null
        ? { uniqueName: row.latest_name, conversationSid: row.latest_sid, state: row.latest_state }
        : null,
  };
}

/** The player chose this language; it goes before the locale of Discord. */
export async function saveChosenLanguage(db: Queryable, dmChannelId: string, language: string): Promise<void> {
  await db.query('update relay.dm_channels set chosen_language = $2 where dm_channel_id = $1', [dmChannelId, language]);
}

/** What the player's own messages tell of their language, from now on. */
export async function saveLanguageMemory(db: Queryable, dmChannelId: string, memory: LanguageMemory): Promise<void> {
  await db.query(
    `update relay.dm_channels set detected_language = $2, detected_certain = $3, hinted_language = $4, hinted_by = $5
     where dm_channel_id = $1`,
    [dmChannelId, memory.detected, memory.certain, memory.hint?.language ?? null, memory.hint?.discordId ?? null],
  );
}

/** The language that the player chose; undefined for a player who chose none. */
export async function readChosenLanguage(
  db: Queryable,
  applicationId: string,
  userId: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ chosen_language: string }>(
    `select chosen_language from relay.dm_channels
     where application_id = $1 and user_id = $2 and chosen_language is not null limit 1`,
    [applicationId, userId],
  );
  return rows[0]?.chosen_language;
}

/** The player's Conversations User carries this name now. */
export async function saveNamedAs(db: Queryable, dmChannelId: string, name: string): Promise<void> {
  await db.query('update relay.dm_channels set named_as = $2 where dm_channel_id = $1', [dmChannelId, name]);
}

/** The player was greeted in the DM: the text waits for the next conversation, and the DM belongs to that server. */
export async function saveGreeting(
  db: Queryable,
  dmChannelId: string,
  greeting: { key: string; text: string; guildId: string | null },
): Promise<void> {
  await db.query(
    `update relay.dm_channels set greeting_key = $2, greeting_text = $3, guild_id = coalesce($4, guild_id)
     where dm_channel_id = $1`,
    [dmChannelId, greeting.key, greeting.text, greeting.guildId],
  );
}

/** The greeting with this key is in a conversation now. */
export async function clearPendingGreeting(db: Queryable, dmChannelId: string, key: string): Promise<void> {
  await db.query('update relay.dm_channels set greeting_text = null where dm_channel_id = $1 and greeting_key = $2', [
    dmChannelId,
    key,
  ]);
}

function toLanguageMemory(row: DmChannelRow): LanguageMemory {
  const hinted = toLanguage(row.hinted_language);
  return {
    detected: toLanguage(row.detected_language),
    certain: row.detected_certain,
    hint: hinted && row.hinted_by !== null ? { language: hinted, discordId: row.hinted_by } : null,
  };
}

/** A later release may have written a language that this one does not know. */
function toLanguage(stored: string | null): PlayerLanguage | null {
  return playerLanguages.find((known) => known === stored) ?? null;
}

export interface DmChannelRow {
  application_id: string;
  user_id: string;
  username: string;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
  chosen_language: string | null;
  detected_language: string | null;
  detected_certain: boolean;
  hinted_language: string | null;
  hinted_by: string | null;
  guild_id: string | null;
  known_guild_id: string | null;
  guild_name: string | null;
  named_as: string | null;
  greeting_key: string | null;
  greeting_text: string | null;
  latest_name: string | null;
  latest_sid: string | null;
  latest_state: RelayConversation['state'] | null;
}
