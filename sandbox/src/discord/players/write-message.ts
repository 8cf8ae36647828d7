import { type APIMessage, type APIStickerItem, StickerFormatType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { SentFile } from '../files/attachment-store';
import { postMessage } from '../messages/create-message';
import type { DiscordState } from '../state/discord-state';
import type { PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { canWrite, findChannelOf } from './find';

/** What a player with Nitro can send, in bytes. */
const largestFile = 500 * 1_024 * 1_024;

/** A file with what is in it, or of a size only: then it holds zeros. */
const attachedFile = z
  .strictObject({
    filename: z.string().min(1).max(260),
    contentType: z.string().max(100),
    /** Bytes. */
    size: z.int().min(0).max(largestFile).optional(),
    content: z.base64().optional(),
  })
  .refine((file) => (file.size === undefined) !== (file.content === undefined), 'give size or content');

/** A message that a player writes; `dm` instead of a channel means the DM with the bot. */
export const writeMessageRequest = z
  .strictObject({
    channelId: z.string().optional(),
    dm: z.literal(true).optional(),
    /** A player without Nitro can write 2,000 characters. */
    content: z.string().max(2_000).default(''),
    attachments: z.array(attachedFile).max(10).default([]),
    stickers: z.array(z.string().min(1).max(30)).max(3).default([]),
  })
  .refine((request) => (request.channelId === undefined) !== (request.dm === undefined), 'name channelId or dm');
export type WriteMessageRequest = z.infer<typeof writeMessageRequest>;

/**
 * A player writes a message.
 * @throws ControlError when there is nothing to send, no such channel, or no permission to write in it.
 */
export function writeMessage(state: DiscordState, player: PlayerRecord, request: WriteMessageRequest): APIMessage {
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
    attachments: request.attachments.map((file) => state.attachments.keep(channel.api.id, toSentFile(file))),
    stickers: request.stickers.map(
      (name): APIStickerItem => ({ id: state.nextId(), name, format_type: StickerFormatType.PNG }),
    ),
  });
  player.lastRead.set(channel.api.id, message.id);
  return message;
}

function toSentFile({ filename, contentType, size = 0, content }: z.infer<typeof attachedFile>): SentFile {
  const bytes = content === undefined ? undefined : Buffer.from(content, 'base64');
  return { filename, contentType, size: bytes?.length ?? size, content: bytes };
}
