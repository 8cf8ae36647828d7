import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import * as React from 'react';
import { text } from '../text';

export interface MessageFilesProps {
  message: APIMessage;
}

/** Pictures as they are, other files by their names, and stickers. */
export function MessageFiles({ message }: MessageFilesProps) {
  return (
    <>
      {message.attachments.map((attachment) => (
        <MessageFile key={attachment.id} attachment={attachment} />
      ))}
      {message.sticker_items?.map(({ id, name }) => (
        <p key={id} className="file" data-testid="sticker">
          {text('message.sticker', { name })}
        </p>
      ))}
    </>
  );
}

/** Discord's host for files, which is in the sandbox too. */
const cdn = /^https:\/\/cdn\.discordapp\.com(?=\/)/;

function MessageFile({ attachment }: { attachment: APIAttachment }) {
  const { filename, size, content_type: type = '', url } = attachment;
  const address = url.replace(cdn, '/discord/cdn');
  return (
    <p className="file" data-testid="attachment">
      {type.startsWith('image/') && <img src={address} alt={filename} data-testid="picture" />}
      <span aria-hidden="true">📎 </span>
      <a href={address} download={filename}>
        {filename}
      </a>{' '}
      <small>{text('message.size', { size: Math.max(1, Math.round(size / 1_024)) })}</small>
    </p>
  );
}
