import { type Presentation, parseMessageAttributes, virtualAgentAuthor } from '@discord-channel/contracts';
import type { ConversationMessage, PostedMessage } from './ports';

/**
 * The answer to a player's message that an earlier try posted, if it did.
 * @param answers index of the player's message
 */
export function findPostedAnswer(
  messages: readonly ConversationMessage[],
  answers: number,
): (PostedMessage & { presentation: Presentation | undefined }) | undefined {
  for (const { sid, index, author, attributes } of messages) {
    const parsed = author === virtualAgentAuthor ? parseMessageAttributes(attributes) : undefined;
    if (parsed?.origin !== 'virtual-agent' || parsed.answers !== answers || parsed.part !== 0) continue;
    return { sid, index, presentation: parsed.presentation };
  }
  return undefined;
}
