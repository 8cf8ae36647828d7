import type { APIUser } from 'discord-api-types/v10';
import * as React from 'react';
import type { ViewedChannel } from '../../discord/players/player-view';
import { text } from '../text';
import { ChannelItem } from './ChannelItem';
import { PlayerSwitch } from './PlayerSwitch';

export interface SidebarProps {
  side: 'home' | 'guild';
  guildName: string;
  channels: readonly ViewedChannel[];
  openId: string | undefined;
  me: APIUser;
  bot: APIUser | undefined;
  onOpen(channelId: string): void;
}

/** The channels of the server, or the direct messages; below them who plays. */
export function Sidebar({ side, guildName, channels, openId, me, bot, onOpen }: SidebarProps) {
  const shown = channels.filter(({ kind }) => (side === 'home' ? kind === 'dm' : kind === 'guild'));
  const title = side === 'home' ? text('dms') : guildName;
  return (
    <div className="sidebar">
      <nav aria-label={side === 'home' ? text('dms') : text('channels')}>
        <h1>{title}</h1>
        {side === 'guild' && <h2>{text('channels.text')}</h2>}
        {shown.length === 0 && <p className="hint">{text('dms.none')}</p>}
        <ul>
          {shown.map((channel) => (
            <li key={channel.id}>
              <ChannelItem channel={channel} me={me} bot={bot} open={channel.id === openId} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </nav>
      <aside aria-label={text('player.switch')}>
        <PlayerSwitch me={me} />
      </aside>
    </div>
  );
}
