import type { REST } from '@discordjs/rest';
import { type RESTGetAPIChannelMessagesResult, Routes } from 'discord-api-types/v10';

/** The most that Discord gives at once. https://discord.com/developers/docs/resources/message#get-channel-messages */
export const channelPageSize = 100;

/** The messages of a channel right after a snowflake, oldest first, at most `channelPageSize`. */
export async function readChannelAfter(
  rest: REST,
  channelId: string,
  after: string,
): Promise<RESTGetAPIChannelMessagesResult> {
  const query = new URLSearchParams({ after, limit: String(channelPageSize) });
  const page = (await rest.get(Routes.channelMessages(channelId), { query })) as RESTGetAPIChannelMessagesResult;
  return page.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
}
