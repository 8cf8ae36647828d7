import { type APIAttachment, type APIMessage, type APIStickerItem, StickerFormatType } from 'discord-api-types/v10';
import { z } from 'zod';
import { postMessage } from '../messages/create-message';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { canWrite, findChannelOf } from './find';

/** A message that a player writes; `dm` instead of a channel means the DM with the bot. */
export const writeMessageRequest = z
  .strictObject({
    channelId: z.string().optional(),
    dm: z.literal(true).optional(),
    /** A player without Nitro can write 2,000 characters. */
    content: z.string().max(2_000).default(''),
    attachments: z
      .array(
        z.strictObject({
          filename: z.string().min(1).max(260),
          contentType: z.string().max(100),
          /** Bytes. */
          size: z
            .int()
            .min(0)
            .max(10 * 1024 * 1024),
        }),
      )
      .max(10)
      .default([]),
    stickers: z.array(z.string().min(1).max(30)).max(3).default([]),
  })
  .refine((request) => (request.channelId === undefined) !== (request.dm === undefined), 'name channelId or dm');
export type WriteMessageRequest = z.infer<typeof writeMessageRequest>;

/**
 * A player writes a message. Files are named, not kept: their addresses look like Discord's but hold nothing yet.
 * @throws ControlError when there is nothing to send, no such channel, or no permission to write in it.
 */
export function writeMessage(
  state: DiscordState,
  player: PlayerRecord,
  request: WriteMessageRequest,
  publicUrl: string,
): APIMessage {
  const channel =
    request.channelId === undefined ? state.dmChannel(player) : findChannelOf(state, player, request.channelId);
  if (!canWrite(state, player, channel)) {
    throw new ControlError(403, `${player.user.username} may not write in #${channel.api.name}.`);
  }
  if (!request.content.trim() && request.attachments.length === 0 && request.stickers.length === 0) {
    throw new ControlError(400, 'A message needs text, a file or a sticker.');
  }
  const message = postMessage(state, channel, {
    author: player.user,
    body: { content: request.content.trim() },
    attachments: request.attachments.map((file) => attach(state, channel, file, publicUrl)),
    stickers: request.stickers.map(
      (name): APIStickerItem => ({ id: state.nextId(), name, format_type: StickerFormatType.PNG }),
    ),
  });
  player.lastRead.set(channel.api.id, message.id);
  return message;
}

function attach(
  state: DiscordState,
  channel: ChannelRecord,
  file: WriteMessageRequest['attachments'][number],
  publicUrl: string,
): APIAttachment {
  const id = state.nextId();
  const url = `${publicUrl}/discord/attachments/${channel.api.id}/${id}/${encodeURIComponent(file.filename)}`;
  return { id, filename: file.filename, content_type: file.contentType, size: file.size, url, proxy_url: url };
}
