import * as React from 'react';
import type { ViewedChannel } from '../../discord/players/player-view';
import type { ClientState, LocalEvent } from '../client/client-state';
import { displayName } from '../client/client-state';
import type { ControlApi } from '../client/control-api';
import { markdownNames } from '../client/markdown-names';
import { Composer } from '../composer/Composer';
import { text } from '../text';
import { MessageList } from './MessageList';
import { PinnedMessages } from './PinnedMessages';

export interface ChannelViewProps {
  state: ClientState;
  channel: ViewedChannel;
  api: ControlApi;
  dispatch(event: LocalEvent): void;
  onOpenChannel(channelId: string): void;
}

/** One channel or DM: its title, its messages, and where to write. */
export function ChannelView({ state, channel, api, dispatch, onOpenChannel }: ChannelViewProps) {
  const direct = channel.kind === 'dm';
  const typing = state.users.find(({ id }) => id === state.typing[channel.id]);
  return (
    <main className="channel">
      <header>
        <h2>
          <span className="channel-sign" aria-hidden="true">
            {direct ? '@' : '#'}
          </span>{' '}
          {channel.name}
        </h2>
        {channel.topic && (
          <p className="channel-topic" data-testid="channel-topic" title={channel.topic}>
            {channel.topic}
          </p>
        )}
        {!direct && <PinnedMessages messages={channel.pinned} names={{ ...markdownNames(state), onOpenChannel }} />}
      </header>
      <MessageList state={state} channel={channel} api={api} dispatch={dispatch} onOpenChannel={onOpenChannel} />
      <Composer channel={channel} api={api} />
      <p className="typing" data-testid="typing" aria-live="polite">
        {typing && text('typing', { name: displayName(typing) })}
      </p>
    </main>
  );
}
