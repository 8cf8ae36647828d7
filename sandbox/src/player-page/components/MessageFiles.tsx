import type { APIMessage } from 'discord-api-types/v10';
import * as React from 'react';
import { text } from '../text';

export interface MessageFilesProps {
  message: APIMessage;
}

/** Files and stickers by their names: what is in them is not kept. */
export function MessageFiles({ message }: MessageFilesProps) {
  return (
    <>
      {message.attachments.map(({ id, filename, size }) => (
        <p key={id} className="file" data-testid="attachment">
          <span aria-hidden="true">📎 </span>
          {filename} <small>{text('message.size', { size: Math.max(1, Math.round(size / 1_024)) })}</small>
        </p>
      ))}
      {message.sticker_items?.map(({ id, name }) => (
        <p key={id} className="file" data-testid="sticker">
          {text('message.sticker', { name })}
        </p>
      ))}
    </>
  );
}
