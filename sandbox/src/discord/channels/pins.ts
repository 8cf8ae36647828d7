import {
  type APIMessage,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
  type RESTGetAPIChannelMessagesPinsResult,
} from 'discord-api-types/v10';
import { postMessage } from '../messages/create-message';
import { replaceMessage } from '../messages/edit-message';
import { requireInChannel } from '../permissions/require-permission';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';

/** Discord's limit for a channel. */
const maxPins = 250;

/** The pinned messages, the last pinned first. */
export function pinnedMessages(channel: ChannelRecord): APIMessage[] {
  return [...channel.pins.keys()].reverse().flatMap((id) => channel.messages.get(id) ?? []);
}

/** https://discord.com/developers/docs/resources/message#get-channel-pins */
export function listPins(state: DiscordState, channel: ChannelRecord): RESTGetAPIChannelMessagesPinsResult {
  requireInChannel(state, channel, PermissionFlagsBits.ReadMessageHistory);
  const items = pinnedMessages(channel).map((message) => ({ message, pinned_at: channel.pins.get(message.id) ?? '' }));
  return { items, has_more: false };
}

/**
 * The bot pins a message; one that is pinned stays so. Everybody is told by a message of the channel.
 * @throws DiscordError 50001, 50013, 10008 or 30003
 */
export function pinMessage(state: DiscordState, channel: ChannelRecord, messageId: string): void {
  requireInChannel(state, channel, PermissionFlagsBits.PinMessages);
  const message = channel.messages.get(messageId);
  if (!message) throw discordErrors.unknownMessage();
  if (channel.pins.has(messageId)) return;
  if (channel.pins.size >= maxPins) throw discordErrors.tooManyPins();
  channel.pins.set(messageId, new Date(state.clock.now()).toISOString());
  replaceMessage(state, channel, { ...message, pinned: true });
  state.emit({ kind: 'channel-updated', channel });
  postMessage(state, channel, {
    author: state.bot,
    body: {},
    interaction: {
      type: MessageType.ChannelPinnedMessage,
      message_reference: { type: MessageReferenceType.Default, channel_id: channel.api.id, message_id: messageId },
    },
  });
}
