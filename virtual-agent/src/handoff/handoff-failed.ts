import { askForAnotherLook } from '../ask-for-another-look';
import type { VirtualAgentDependencies } from '../ports';
import { readConversation } from '../store/conversation';
import { finishReturnToBot, returnToBot } from './return-to-bot';

/**
 * Studio could not make the task: the virtual agent takes the conversation back, the player is told, the case stays
 * open. A conversation that an agent has meanwhile, or that is over, is left alone.
 */
export async function handoffFailed(dependencies: VirtualAgentDependencies, conversationSid: string): Promise<void> {
  const { database } = dependencies;
  const before = await readConversation(database, conversationSid);
  if (before?.mode === 'handing-off') await returnToBot(database, { conversationSid });
  if (before?.mode === 'bot' && before.handoffRequested) {
    // The case could not even be opened. The wish is written down: the worker hands off as soon as it works again.
    await askForAnotherLook(database, conversationSid);
  }
  const conversation = await readConversation(database, conversationSid);
  if (conversation?.mode === 'bot' && conversation.returnPending) await finishReturnToBot(dependencies, conversation);
}
