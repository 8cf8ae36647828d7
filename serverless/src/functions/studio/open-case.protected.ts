import { openCaseRequest } from '@discord-channel/contracts';
import { openCase } from '@discord-channel/virtual-agent';
import { keepWarm } from '../../runtime/keep-warm';
import { openVirtualAgent } from '../../studio/open-virtual-agent';
import { studioFunction } from '../../studio/studio-function';

/** The player wants an agent: opens the case, tells the player, and gives the attributes of the task to be made. */
export const handler = studioFunction({
  open: keepWarm(openVirtualAgent),
  request: openCaseRequest,
  run: async (virtualAgent, { conversationSid }) => {
    const result = await openCase(virtualAgent, conversationSid);
    return result.kind === 'opened'
      ? { kind: 'done', body: result.response }
      : { kind: 'refused', reason: `the conversation is in mode ${result.mode}` };
  },
});
