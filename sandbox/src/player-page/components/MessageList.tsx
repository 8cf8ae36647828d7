import type { APIMessage } from 'discord-api-types/v10';
import * as React from 'react';
import { isEphemeral } from '../client/client-state';
import { markdownNames } from '../client/markdown-names';
import { text } from '../text';
import type { ChannelViewProps } from './ChannelView';
import { InteractionLine } from './InteractionLine';
import { Message } from './Message';
import { useStickToEnd } from './use-stick-to-end';

/** Messages of one author within this time stand under one name, as in Discord, in milliseconds. */
const groupedWithinMs = 7 * 60_000;

/** The messages, oldest first. New ones are read aloud; the list stays at its end unless the player scrolled up. */
export function MessageList({ state, channel, api, dispatch, onOpenChannel }: ChannelViewProps) {
  const commands = state.interactions.filter(({ channelId, command }) => channelId === channel.id && command);
  const scroller = useStickToEnd(channel.id, channel.messages.length + commands.length);
  const names = markdownNames(state);
  const direct = channel.kind === 'dm';
  return (
    // Scrollable by keyboard, hence the tab stop.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="messages" ref={scroller} tabIndex={0} role="log" aria-label={labelOf(direct, channel.name)}>
      <div className="welcome">
        <p>
          {direct ? text('dm.welcome', { name: channel.name }) : text('channel.welcome', { channel: channel.name })}
        </p>
        {channel.topic && <p className="hint">{channel.topic}</p>}
      </div>
      <ol>
        {channel.messages.map((message, index) => (
          <Message
            key={message.id}
            message={message}
            me={state.me}
            startsGroup={startsGroup(message, channel.messages[index - 1])}
            interactions={state.interactions.filter(({ press }) => press?.messageId === message.id)}
            onPress={(customId) => api.press({ channelId: channel.id, messageId: message.id, customId })}
            onDismiss={() => dispatch({ type: 'message-dismissed', channelId: channel.id, messageId: message.id })}
            names={{ ...names, onOpenChannel }}
          />
        ))}
      </ol>
      {commands.map((interaction) => (
        <InteractionLine
          key={interaction.id}
          interaction={interaction}
          onDismiss={() => dispatch({ type: 'interaction-dismissed', interactionId: interaction.id })}
        />
      ))}
    </div>
  );
}

function labelOf(direct: boolean, name: string): string {
  return direct ? text('messages.with', { name }) : text('messages.in-channel', { channel: name });
}

function startsGroup(message: APIMessage, before: APIMessage | undefined): boolean {
  return (
    before === undefined ||
    before.author.id !== message.author.id ||
    isEphemeral(before) !== isEphemeral(message) ||
    message.interaction_metadata !== undefined ||
    Date.parse(message.timestamp) - Date.parse(before.timestamp) > groupedWithinMs
  );
}
