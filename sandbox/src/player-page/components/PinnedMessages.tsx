import type { APIMessage } from 'discord-api-types/v10';
import * as React from 'react';
import { displayName } from '../client/client-state';
import { Markdown, type MarkdownProps } from '../markdown/Markdown';
import { text } from '../text';
import { Embed } from './Embed';

export interface PinnedMessagesProps {
  messages: readonly APIMessage[];
  names: Omit<MarkdownProps, 'source'>;
}

/** The button in a channel's header, and below it the pinned messages while it is open. Escape closes it. */
export function PinnedMessages({ messages, names }: PinnedMessagesProps) {
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="pins">
      <button
        ref={button}
        type="button"
        className="icon-button"
        data-testid="pins"
        aria-expanded={open}
        aria-label={text('pins.open', { count: messages.length })}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">📌</span>
      </button>
      {open && (
        <section
          className="pins-list"
          aria-label={text('pins')}
          data-testid="pins-list"
          onKeyDown={({ key }) => key === 'Escape' && close()}
        >
          <h3>{text('pins')}</h3>
          {messages.length === 0 && <p className="hint">{text('pins.none')}</p>}
          {messages.map((message) => (
            <article key={message.id} data-testid="pinned-message">
              <p className="author">{displayName(message.author)}</p>
              {message.content && <Markdown source={message.content} {...names} />}
              {message.embeds.map((embed, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: embeds have no id and are replaced as a whole
                <Embed key={index} embed={embed} names={names} />
              ))}
            </article>
          ))}
        </section>
      )}
    </div>
  );
}
