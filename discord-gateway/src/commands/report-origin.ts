import type { ReportOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { CommandCall } from '../inbound/read-dispatch';
import { readChosenLanguage } from '../store/dm-channels';
import { readGuild } from '../store/guilds';

/**
 * Who reports, and in which server: that of the command, or in a DM the only one that the bot is in. The language that
 * the player chose goes before the locale of Discord.
 */
export async function reportOriginOf(db: Queryable, applicationId: string, call: CommandCall): Promise<ReportOrigin> {
  const guild = await readGuild(db, applicationId, call.guildId);
  const { userId, username, displayName, avatarUrl, locale } = call.player;
  const chosen = await readChosenLanguage(db, applicationId, userId);
  return {
    applicationId,
    guildId: guild?.guildId ?? call.guildId,
    guildName: guild?.name ?? null,
    userId,
    username,
    displayName,
    avatarUrl,
    locale: chosen ?? locale,
  };
}
