import { tellWaiting as tellWaitingNow } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/** Tells a player in the queue that the wait goes on. */
export const tellWaiting: Effect<'tell-waiting'> = async ({ virtualAgent, silence }, { conversationSid }) => {
  await tellWaitingNow(virtualAgent, conversationSid, silence.waitingNotices);
};
