import type { APIEmbed } from 'discord-api-types/v10';
import * as React from 'react';
import { Markdown, type MarkdownProps } from '../markdown/Markdown';

export interface EmbedProps {
  embed: APIEmbed;
  names: Omit<MarkdownProps, 'source'>;
}

/** A card: author, linked title, text, fields, picture, footer, and a bar in its colour. */
export function Embed({ embed, names }: EmbedProps) {
  const bar = embed.color === undefined ? undefined : `#${embed.color.toString(16).padStart(6, '0')}`;
  return (
    <article className="embed" data-testid="embed" style={{ borderInlineStartColor: bar }}>
      {embed.author && <p className="embed-author">{embed.author.name}</p>}
      {embed.title && (
        <h4>
          {embed.url ? (
            <a href={embed.url} target="_blank" rel="noopener noreferrer nofollow">
              {embed.title}
            </a>
          ) : (
            embed.title
          )}
        </h4>
      )}
      {embed.description && (
        <div className="content">
          <Markdown source={embed.description} {...names} />
        </div>
      )}
      {embed.fields && embed.fields.length > 0 && (
        <dl>
          {embed.fields.map((field) => (
            <div key={`${field.name}:${field.value}`} className={field.inline ? 'inline' : undefined}>
              <dt>
                <Markdown source={field.name} {...names} />
              </dt>
              <dd>
                <Markdown source={field.value} {...names} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {embed.image && <img className="embed-image" src={embed.image.url} alt="" loading="lazy" />}
      {embed.footer && <footer>{embed.footer.text}</footer>}
    </article>
  );
}
