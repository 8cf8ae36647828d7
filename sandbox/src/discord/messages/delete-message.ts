import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';

/**
 * Somebody deletes a message of their own.
 * @throws DiscordError 10008 for a message that is not there, 50003 for somebody else's: in a DM there are no moderators.
 */
export function deleteMessage(state: DiscordState, channel: ChannelRecord, messageId: string, authorId: string): void {
  const message = channel.messages.get(messageId);
  if (!message) throw discordErrors.unknownMessage();
  if (message.author.id !== authorId) throw discordErrors.notOnThisChannel();
  channel.messages.remove(messageId);
  state.attachments.removeOf(message);
  state.emit({ kind: 'message-deleted', channel, message });
}
