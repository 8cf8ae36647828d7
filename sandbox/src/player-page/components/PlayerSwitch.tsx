import type { APIUser } from 'discord-api-types/v10';
import * as React from 'react';
import { displayName } from '../client/client-state';
import { listPlayers } from '../client/control-api';
import { text } from '../text';
import { Avatar } from './Avatar';

export interface PlayerSwitchProps {
  me: APIUser;
}

/** Who plays. Another choice loads the page of that player, as if they sat at their own machine. */
export function PlayerSwitch({ me }: PlayerSwitchProps) {
  const [players, setPlayers] = React.useState<readonly APIUser[]>([me]);
  // The list is only looked at when somebody wants to switch; without it the player stays who they are.
  const load = () => {
    listPlayers()
      .then(setPlayers)
      .catch(() => {});
  };
  return (
    <div className="player-switch">
      <Avatar user={me} />
      <label>
        <span className="only-read-aloud">{text('player.switch')}</span>
        <select
          value={me.id}
          onFocus={load}
          onMouseEnter={load}
          onChange={({ target }) => window.location.assign(`?player=${encodeURIComponent(target.value)}`)}
        >
          {players.map((player) => (
            <option key={player.id} value={player.id}>
              {displayName(player)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
