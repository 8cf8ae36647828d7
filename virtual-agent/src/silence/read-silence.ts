import { isPlayerIdentity, virtualAgentAuthor } from '@discord-channel/contracts';
import type { ConversationMessage, VirtualAgentDependencies } from '../ports';
import { presentSince } from '../store/attendance';
import { type Conversation, readConversation } from '../store/conversation';

/** Who was heard last in a conversation with an agent. */
export interface Silence {
  conversation: Conversation;
  /** When the agent came who came last: nobody could be answered by an agent before. */
  since: Date;
  /** The first message of the player that no agent has answered. */
  firstUnanswered: ConversationMessage | undefined;
  /** The last message of a person. */
  last: ConversationMessage | undefined;
}

/** Reads who is silent; undefined for a conversation that no agent has at the moment. */
export async function readSilence(
  { database, twilio }: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  conversationSid: string,
): Promise<Silence | undefined> {
  const conversation = await readConversation(database, conversationSid);
  const since = await presentSince(database, conversationSid);
  if (conversation?.mode !== 'agent' || !since) return undefined;
  const messages = await twilio.listMessagesAfter(conversationSid, conversation.lastAnsweredIndex);
  const people = messages.filter(({ author }) => author !== virtualAgentAuthor);
  const answered = people.findLastIndex(({ author }) => !isPlayerIdentity(author));
  return { conversation, since, firstUnanswered: people[answered + 1], last: people.at(-1) };
}
