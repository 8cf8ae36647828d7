import { useEffect } from 'react';
import type { ViewedChannel } from '../../discord/players/player-view';
import { isEphemeral } from './client-state';
import type { ControlApi } from './control-api';

/** Tells the server what the player has seen: the newest message of the channel that is open. */
export function useMarkRead(channel: ViewedChannel | undefined, api: ControlApi): void {
  const newest = channel?.messages.filter((message) => !isEphemeral(message)).at(-1)?.id;
  const channelId = channel?.id;
  const unseen = newest !== undefined && newest !== channel?.lastReadId;
  useEffect(() => {
    // Nothing is lost when this fails: the badge stays until the next message is read.
    if (unseen && channelId !== undefined) api.markRead(channelId, newest).catch(() => {});
  }, [api, channelId, newest, unseen]);
}
