import { type Dispatch, useEffect, useReducer, useState } from 'react';
import type { PlayerEvent } from '../../discord/players/player-view';
import { type ClientState, type LocalEvent, reduce } from './client-state';
import { streamUrl } from './control-api';

/** Discord's own client shows the indicator for about as long, in milliseconds. */
const typingShownMs = 8_000;

export interface PlayerClient {
  state: ClientState | undefined;
  connected: boolean;
  dispatch: Dispatch<LocalEvent>;
}

/** Follows what the player sees. The browser reconnects a lost stream by itself and gets the whole view anew. */
export function usePlayerClient(playerId: string): PlayerClient {
  const [state, dispatch] = useReducer(reduce, undefined);
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    const stream = new EventSource(streamUrl(playerId));
    const timers = new Map<string, number>();
    stream.onopen = () => setConnected(true);
    stream.onerror = () => setConnected(false);
    stream.onmessage = ({ data }) => {
      const event: PlayerEvent = JSON.parse(data);
      dispatch(event);
      if (event.type !== 'typing') return;
      const { channelId } = event;
      window.clearTimeout(timers.get(channelId));
      timers.set(
        channelId,
        window.setTimeout(() => dispatch({ type: 'typing-over', channelId }), typingShownMs),
      );
    };
    return () => {
      stream.close();
      for (const timer of timers.values()) window.clearTimeout(timer);
    };
  }, [playerId]);

  return { state, connected, dispatch };
}
