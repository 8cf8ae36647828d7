import type { REST } from '@discordjs/rest';
import {
  type APIMessage,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord-api-types/v10';
import { isDiscordRefusal } from './discord-failure';

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

/** A file for a player. */
export interface DirectFile {
  name: string;
  contentType: string;
  content: Buffer;
}

/**
 * Sends a file into a DM, once per nonce "within the past few minutes".
 * @returns the id of the message that now exists.
 */
export async function sendDirectFile(
  rest: REST,
  dmChannelId: string,
  { name, contentType, content }: DirectFile,
  nonce: string,
): Promise<string> {
  const body: RESTPostAPIChannelMessageJSONBody = { nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  const files = [{ name, contentType, data: content }];
  return ((await rest.post(Routes.channelMessages(dmChannelId), { body, files })) as APIMessage).id;
}

/** Makes a message of ours say something else. Nobody is pinged. Safe to repeat. */
export async function editDirectMessage(
  rest: REST,
  dmChannelId: string,
  messageId: string,
  { content = '', embeds = [], components = [] }: DirectMessage,
): Promise<void> {
  const body: RESTPatchAPIChannelMessageJSONBody = { content, embeds, components, allowed_mentions: { parse: [] } };
  await rest.patch(Routes.channelMessage(dmChannelId, messageId), { body });
}

/** Deletes a message of ours; one that is gone already is fine. */
export async function deleteDirectMessage(rest: REST, dmChannelId: string, messageId: string): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(dmChannelId, messageId));
  } catch (error) {
    if (!isDiscordRefusal(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}
