import * as React from 'react';
import { render } from 'react-dom';
import { App } from './App';
import { listPlayers } from './client/control-api';
import { text } from './text';
import './styles/theme.css';
import './styles/layout.css';
import './styles/messages.css';
import './styles/content.css';
import './styles/cards.css';
import './styles/composer.css';
import './styles/modal.css';

/** Shows the player whom the address names (`?player=<id>`), else the first one of the server. */
async function start(root: HTMLElement): Promise<void> {
  const named = new URLSearchParams(window.location.search).get('player');
  const players = await listPlayers();
  const player = named === null ? players[0] : players.find(({ id }) => id === named);
  document.title = player ? (player.global_name ?? player.username) : text('page.title');
  render(player ? <App playerId={player.id} /> : <p className="full-page">{text('page.no-player')}</p>, root);
}

const root = document.getElementById('root');
if (root) void start(root);
