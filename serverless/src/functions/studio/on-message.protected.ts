import { isPlayerIdentity, type OnMessageResponse, onMessageRequest } from '@discord-channel/contracts';
import { answerConversation } from '@discord-channel/virtual-agent';
import { keepWarm } from '../../runtime/keep-warm';
import { openVirtualAgent } from '../../studio/open-virtual-agent';
import { studioFunction } from '../../studio/studio-function';

/** A message reached the flow: the virtual agent answers, or says that the player wants an agent. */
export const handler = studioFunction({
  open: keepWarm(openVirtualAgent),
  request: onMessageRequest,
  run: async (virtualAgent, { conversationSid, author }) => {
    // What the bot itself said has nothing new; an account whose trigger names no author is looked at all the same.
    const isOwn = Boolean(author) && !isPlayerIdentity(author ?? '');
    const outcome = isOwn ? 'ignored' : await answerConversation(virtualAgent, conversationSid);
    return { kind: 'done', body: { outcome } satisfies OnMessageResponse };
  },
});
