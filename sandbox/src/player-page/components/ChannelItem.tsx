import type { APIUser } from 'discord-api-types/v10';
import * as React from 'react';
import type { ViewedChannel } from '../../discord/players/player-view';
import { unreadCount } from '../client/client-state';
import { text } from '../text';
import { Avatar } from './Avatar';

export interface ChannelItemProps {
  channel: ViewedChannel;
  me: APIUser;
  bot: APIUser | undefined;
  open: boolean;
  onOpen(channelId: string): void;
}

/** A line in the list of channels or of direct messages, with a badge for what is not read. */
export function ChannelItem({ channel, me, bot, open, onOpen }: ChannelItemProps) {
  const unread = open ? 0 : unreadCount(channel, me);
  const direct = channel.kind === 'dm';
  return (
    <button
      type="button"
      className={unread > 0 ? 'channel-item unread' : 'channel-item'}
      data-testid={direct ? 'dm-list-item' : 'channel-list-item'}
      title={channel.topic ?? undefined}
      aria-current={open ? 'page' : undefined}
      onClick={() => onOpen(channel.id)}
    >
      {direct && bot ? <Avatar user={bot} /> : <span aria-hidden="true">#</span>}
      <span className="channel-name">{channel.name}</span>
      {unread > 0 && (
        <span className="badge" data-testid="unread-badge">
          <span aria-hidden="true">{unread}</span>
          <span className="only-read-aloud">{text('unread', { count: unread })}</span>
        </span>
      )}
    </button>
  );
}
