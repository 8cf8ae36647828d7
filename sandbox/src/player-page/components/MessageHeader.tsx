import type { APIMessage } from 'discord-api-types/v10';
import * as React from 'react';
import { displayName } from '../client/client-state';
import { text } from '../text';

export interface MessageHeaderProps {
  message: APIMessage;
  /** False inside a group: then only a screen reader is told who wrote. */
  shown: boolean;
}

/** Who wrote, whether it is an app, and when. */
export function MessageHeader({ message, shown }: MessageHeaderProps) {
  return (
    <h3 className={shown ? 'message-header' : 'only-read-aloud'}>
      <span className="author" data-testid="message-author">
        {displayName(message.author)}
      </span>
      {message.author.bot && (
        <abbr className="app-mark" title={text('message.app.long')}>
          {text('message.app')}
        </abbr>
      )}
      <time dateTime={message.timestamp}>{formatTime(new Date(message.timestamp))}</time>
    </h3>
  );
}

/** The time of day, with the date when it was not today. */
function formatTime(at: Date): string {
  const today = at.toDateString() === new Date().toDateString();
  return at.toLocaleString([], today ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' });
}
