import { type APIMessage, type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import * as React from 'react';
import type { ViewedInteraction } from '../../discord/players/player-view';
import { displayName, isEphemeral } from '../client/client-state';
import { Markdown, type MarkdownProps } from '../markdown/Markdown';
import { text } from '../text';
import { Avatar } from './Avatar';
import { ButtonRows } from './ButtonRows';
import { Embed } from './Embed';
import { EphemeralNote } from './EphemeralNote';
import { MessageFiles } from './MessageFiles';
import { MessageHeader } from './MessageHeader';

export interface MessageProps {
  message: APIMessage;
  me: APIUser;
  /** True when the author's name and picture stand above it. */
  startsGroup: boolean;
  /** Presses of this message's buttons that are under way or failed. */
  interactions: readonly ViewedInteraction[];
  onPress(customId: string): Promise<void>;
  onDismiss(): void;
  names: Omit<MarkdownProps, 'source'>;
}

/** One message as Discord shows it. */
export function Message({ message, me, startsGroup, interactions, onPress, onDismiss, names }: MessageProps) {
  const ephemeral = isEphemeral(message);
  const thinking = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const pings = message.mention_everyone || message.mentions.some(({ id }) => id === me.id);
  const classes = ['message', startsGroup && 'starts-group', ephemeral && 'ephemeral', pings && 'pings'];
  const { interaction } = message;
  return (
    <li className={classes.filter(Boolean).join(' ')} data-testid="message" data-message-id={message.id}>
      {interaction?.name && (
        <p className="used-command">
          {text('message.used-command', { name: displayName(interaction.user), command: interaction.name })}
        </p>
      )}
      {startsGroup && <Avatar user={message.author} />}
      <div className="message-body">
        <MessageHeader message={message} shown={startsGroup} />
        {message.type === MessageType.ChannelPinnedMessage && (
          <p className="hint">{text('message.pinned', { name: displayName(message.author) })}</p>
        )}
        {thinking && <p className="hint">{text('message.thinking', { name: displayName(message.author) })}</p>}
        {message.content && (
          <div className="content" dir="auto" data-testid="message-content">
            <Markdown source={message.content} {...names} />
            {message.edited_timestamp && <small> {text('message.edited')}</small>}
          </div>
        )}
        <MessageFiles message={message} />
        {message.embeds.map((embed, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: embeds have no id and are replaced as a whole
          <Embed key={index} embed={embed} names={names} />
        ))}
        <ButtonRows rows={message.components ?? []} interactions={interactions} onPress={onPress} />
        {ephemeral && <EphemeralNote onDismiss={onDismiss} />}
      </div>
    </li>
  );
}
