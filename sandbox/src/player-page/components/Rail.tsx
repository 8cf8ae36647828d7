import * as React from 'react';
import { text } from '../text';
import { initials } from './Avatar';

export interface RailProps {
  guildName: string;
  /** Which side is open. */
  side: 'home' | 'guild';
  unreadDms: number;
  onOpenHome(): void;
  onOpenGuild(): void;
}

/** The bar at the far left: direct messages and the server. */
export function Rail({ guildName, side, unreadDms, onOpenHome, onOpenGuild }: RailProps) {
  const homeLabel = unreadDms > 0 ? text('home.unread', { count: unreadDms }) : text('home');
  return (
    <nav className="rail" aria-label={text('servers')}>
      <button
        type="button"
        className="rail-item"
        data-testid="home"
        title={text('home')}
        aria-label={homeLabel}
        aria-current={side === 'home' ? 'page' : undefined}
        onClick={onOpenHome}
      >
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path
            fill="currentColor"
            d="M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z"
          />
        </svg>
        {unreadDms > 0 && <span className="badge">{unreadDms}</span>}
      </button>
      <hr />
      <button
        type="button"
        className="rail-item"
        data-testid="guild"
        aria-current={side === 'guild' ? 'page' : undefined}
        onClick={onOpenGuild}
      >
        <span className="only-read-aloud">{guildName}</span>
        <span aria-hidden="true">{initials(guildName)}</span>
      </button>
    </nav>
  );
}
