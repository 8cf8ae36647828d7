import type { REST } from '@discordjs/rest';
import {
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord-api-types/v10';

/** What a message to a player may hold. */
export type DirectMessage = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components'>;

/** Opens the DM with a player, or returns the one that exists: safe to repeat. */
export async function openDirectMessage(rest: REST, userId: string): Promise<string> {
  const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
  return (channel as RESTPostAPICurrentUserCreateDMChannelResult).id;
}

/**
 * Sends a message into a DM, once per nonce "within the past few minutes". Nobody is pinged.
 * @returns the id of the message that now exists.
 */
export async function sendDirectMessage(
  rest: REST,
  dmChannelId: string,
  message: DirectMessage,
  nonce: string,
): Promise<string> {
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...message,
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
  };
  return ((await rest.post(Routes.channelMessages(dmChannelId), { body })) as APIMessage).id;
}
