import type { ServerResponse } from 'node:http';
import type { DiscordState } from '../state/discord-state';
import type { PlayerEvent } from './player-view';
import { seenBy, viewOf } from './player-view';

/** Comments at this pace keep proxies from closing a quiet stream, in milliseconds. */
const keepAliveMs = 20_000;

/**
 * Tells a player's client what the player sees, as server-sent events: first the whole view, then each change.
 * The stream ends when the client goes away, or when the player is gone after a reset.
 */
export function streamToPlayer(state: DiscordState, playerId: string, response: ServerResponse): void {
  const send = (event: PlayerEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const sendView = () => {
    const player = state.players.get(playerId);
    if (player) send({ type: 'view', view: viewOf(state, player) });
    else response.end();
  };

  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  sendView();
  const stopListening = state.listen((event) => {
    if (event.kind === 'reset') return sendView();
    const player = state.players.get(playerId);
    const seen = player && seenBy(state, player, event);
    if (seen) send(seen);
  });
  const keepAlive = setInterval(() => response.write(': still here\n\n'), keepAliveMs);
  keepAlive.unref();
  response.on('close', () => {
    stopListening();
    clearInterval(keepAlive);
  });
}
