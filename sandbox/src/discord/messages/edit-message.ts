import type { APIMessage, MessageFlags } from 'discord-api-types/v10';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';
import { completeComponents, completeEmbeds } from './build-message';
import type { EditMessageBody } from './message-body';
import { resolveMentions } from './resolve-mentions';

/** A changed copy of the message: what the body does not name stays. */
export function applyEdit(state: DiscordState, message: APIMessage, body: EditMessageBody): APIMessage {
  const content = body.content === undefined ? message.content : (body.content ?? '');
  const edited: APIMessage = {
    ...message,
    content,
    ...(body.content !== undefined && resolveMentions(state, content, body.allowed_mentions)),
    ...(body.embeds !== undefined && { embeds: completeEmbeds(body.embeds ?? []) }),
    ...(body.components !== undefined && { components: completeComponents(body.components ?? []) }),
    ...(body.flags != null && { flags: body.flags as MessageFlags }),
    edited_timestamp: state.clock.now().toISOString(),
  };
  if (!edited.content.trim() && !edited.embeds.length && !edited.components?.length && !edited.attachments.length) {
    throw discordErrors.emptyMessage();
  }
  return edited;
}

/**
 * The bot edits a message of its own.
 * @throws DiscordError 10008 for a message that is not there, 50005 for somebody else's, 50006 when nothing is left.
 */
export function editBotMessage(
  state: DiscordState,
  channel: ChannelRecord,
  messageId: string,
  body: EditMessageBody,
): APIMessage {
  const message = channel.messages.get(messageId);
  if (!message) throw discordErrors.unknownMessage();
  if (message.author.id !== state.bot.id) throw discordErrors.notTheAuthor();
  return replaceMessage(state, channel, applyEdit(state, message, body));
}

/** Puts the changed message in its place and tells everybody who sees it. */
export function replaceMessage(state: DiscordState, channel: ChannelRecord, message: APIMessage): APIMessage {
  channel.messages.replace(message);
  state.emit({ kind: 'message-updated', channel, message });
  return message;
}
