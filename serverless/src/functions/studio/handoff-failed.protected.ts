import { handoffFailedRequest } from '@discord-channel/contracts';
import { handoffFailed } from '@discord-channel/virtual-agent';
import { keepWarm } from '../../runtime/keep-warm';
import { openVirtualAgent } from '../../studio/open-virtual-agent';
import { studioFunction } from '../../studio/studio-function';

/** The task could not be made: the virtual agent takes the conversation back and the player is told. */
export const handler = studioFunction({
  open: keepWarm(openVirtualAgent),
  request: handoffFailedRequest,
  run: async (virtualAgent, { conversationSid }) => {
    await handoffFailed(virtualAgent, conversationSid);
    return { kind: 'done', body: { returned: true } };
  },
});
