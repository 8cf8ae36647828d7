import type { DiscordOrigin } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

export interface StartConversation {
  conversationSid: string;
  /** The player's participant. */
  participantSid: string;
  origin: DiscordOrigin;
}

/** Makes a new conversation the virtual agent's. Called with the creation; a repeated call changes nothing. */
export async function startConversation(database: Queryable, request: StartConversation): Promise<void> {
  const { conversationSid, participantSid, origin } = request;
  await database.query(
    `insert into virtual_agent.conversations
       (conversation_sid, participant_sid, application_id, guild_id, guild_name, dm_channel_id, user_id, username,
        display_name, avatar_url, locale)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (conversation_sid) do nothing`,
    [
      conversationSid,
      participantSid,
      origin.applicationId,
      origin.guildId,
      origin.guildName,
      origin.dmChannelId,
      origin.userId,
      origin.username,
      origin.displayName,
      origin.avatarUrl,
      origin.locale,
    ],
  );
}
