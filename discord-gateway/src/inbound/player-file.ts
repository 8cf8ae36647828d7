import { snowflake } from '@discord-channel/contracts';
import type { APIAttachment } from 'discord-api-types/v10';
import { z } from 'zod';
import { cleanText } from './clean-text';

/** A file of a player's message, on its way. Its address is signed and expires: the message has a new one. */
export const playerFile = z.object({
  messageId: snowflake,
  /** Place among what the message is carried as: 0 when there is no text before it. */
  part: z.number().int().min(0),
  attachmentId: snowflake,
  name: z.string().min(1),
  contentType: z.string().min(1),
  /** Bytes, as Discord tells. */
  size: z.number().int().min(0),
  url: z.string(),
});
export type PlayerFile = z.infer<typeof playerFile>;

/** Discord's limit is 10; a message with more of them is none of Discord's. */
const maxFiles = 10;
const maxNameLength = 100;
const ofUnknownType = 'application/octet-stream';

/** The files of a message, in its order, to be carried behind its text where it has any. */
export function readFiles(
  messageId: string,
  attachments: readonly APIAttachment[],
  { hasText }: { hasText: boolean },
): PlayerFile[] {
  return attachments.slice(0, maxFiles).map((attachment, place) => ({
    messageId,
    part: place + (hasText ? 1 : 0),
    attachmentId: attachment.id,
    name: shortName(attachment.filename),
    contentType: mediaType(attachment.content_type),
    size: attachment.size,
    url: attachment.url,
  }));
}

/** How a row of the inbox is named for one file of a message: the file is stored once, however often it is told. */
export function fileRowId({ messageId, attachmentId }: Pick<PlayerFile, 'messageId' | 'attachmentId'>): string {
  return `${messageId}/${attachmentId}`;
}

/** One line, without what hides or turns text, and with its ending when it is too long. */
function shortName(filename: string): string {
  const name =
    cleanText(filename)
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim() || 'file';
  const characters = [...name];
  if (characters.length <= maxNameLength) return name;
  const [ending = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? [];
  return `${characters.slice(0, maxNameLength - ending.length - 1).join('')}…${ending}`;
}

/** It becomes a header: what is no media type is not passed on. */
function mediaType(contentType: string | undefined): string {
  const [type = ''] = (contentType ?? '').split(';');
  return /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type.trim()) ? type.trim().toLowerCase() : ofUnknownType;
}
