import { checkHandoff as check } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/** Makes sure that a hand-off that was begun has a task: the execution that asked for it may have died. */
export const checkHandoff: Effect<'check-handoff'> = async ({ virtualAgent }, { conversationSid }) => {
  await check(virtualAgent, conversationSid);
};
