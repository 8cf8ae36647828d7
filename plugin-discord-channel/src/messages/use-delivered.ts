import type { virtualAgentAuthor } from '@discord-channel/contracts';
import { useEffect, useReducer } from 'react';
import { deliveredHorizonOf } from './delivered-horizon';
import type { MessageLike } from './read-message-extras';

const virtualAgent: typeof virtualAgentAuthor = 'Virtual assistant';

/** True once the player has this message of an agent; changes while the bubble is shown. */
export function useDelivered({ author, index, conversation }: MessageLike): boolean {
  const isOfAgent = typeof author === 'string' && author !== virtualAgent && !author.startsWith('discord_');
  const horizon = isOfAgent && conversation ? deliveredHorizonOf(conversation) : undefined;
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => horizon?.subscribe(drawAgain), [horizon]);
  return horizon !== undefined && typeof index === 'number' && index <= horizon.current();
}
