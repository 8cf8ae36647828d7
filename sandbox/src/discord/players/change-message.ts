import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import { deleteMessage } from '../messages/delete-message';
import { applyEdit, replaceMessage } from '../messages/edit-message';
import type { DiscordState } from '../state/discord-state';
import type { PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { findChannelOf } from './find';

export const editOwnMessageRequest = z.strictObject({ channelId: z.string(), content: z.string().min(1).max(2_000) });
export const deleteOwnMessageRequest = z.strictObject({ channelId: z.string() });

/** A player edits a message of their own. @throws ControlError */
export function editOwnMessage(
  state: DiscordState,
  player: PlayerRecord,
  messageId: string,
  { channelId, content }: z.infer<typeof editOwnMessageRequest>,
): APIMessage {
  const channel = findChannelOf(state, player, channelId);
  const message = channel.messages.get(messageId);
  if (message?.author.id !== player.user.id) throw new ControlError(404, 'The player wrote no such message there.');
  return replaceMessage(state, channel, applyEdit(state, message, { content }));
}

/** A player deletes a message of their own. @throws DiscordError */
export function deleteOwnMessage(
  state: DiscordState,
  player: PlayerRecord,
  messageId: string,
  { channelId }: z.infer<typeof deleteOwnMessageRequest>,
): void {
  deleteMessage(state, findChannelOf(state, player, channelId), messageId, player.user.id);
}
