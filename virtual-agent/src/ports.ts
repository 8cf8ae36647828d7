import type { AnswerPolicy, DiscordTaskAttributes } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { ArticleSearch } from '@discord-channel/knowledge-base';
import type { QuestionAnswerer } from './language-model/question-answerer';
import type { InteractionChannel } from './store/conversation';

/** A message as Conversations holds it. */
export interface ConversationMessage {
  sid: string;
  index: number;
  author: string;
  body: string;
  /** JSON as text. Everybody can write it. */
  attributes: string;
  /** By Twilio's clock, in whole seconds. */
  createdAt: Date;
}

export interface PostedMessage {
  sid: string;
  index: number;
}

/** Who is asked: one worker, or with null whoever the workflow finds. */
export interface AgentTarget {
  workerSid: string | null;
}

/** The conversation is closed or was deleted: nothing can be said in it, and nothing is to be retried. */
export class ConversationGoneError extends Error {
  readonly code = 'conversation-gone';
}

/**
 * What the virtual agent needs of Twilio. Every call gives up after a time, repeats by itself what is safe to repeat,
 * and throws ConversationGoneError for a conversation that is closed or deleted.
 */
export interface TwilioConversations {
  /** Messages with a higher index, oldest first. */
  listMessagesAfter(conversationSid: string, index: number): Promise<ConversationMessage[]>;
  /** Posts as the virtual agent so that every webhook hears of it. Not repeated on an unknown outcome: look first. */
  postMessage(conversationSid: string, message: { body: string; attributes: string }): Promise<PostedMessage>;
  /** Looks for a notice of ours among the newest messages. */
  findNotice(
    conversationSid: string,
    key: string,
  ): Promise<{ kind: 'found'; message: PostedMessage } | { kind: 'not-found' }>;
  /** Stops the Studio flow from hearing of new messages. Fine if it does not. */
  removeStudioWebhook(conversationSid: string): Promise<void>;
  /** Lets the Studio flow hear of new messages. Fine if it does already. */
  restoreStudioWebhook(conversationSid: string): Promise<void>;
  /** Whether messages can still be said in it: what Twilio says now, not what its webhooks said. */
  isOpen(conversationSid: string): Promise<boolean>;
  /**
   * Looks for a task about this conversation that waits for an agent or has one.
   * @param endedTaskSids tasks known to be over, which TaskRouter may still list.
   */
  findTask(
    conversationSid: string,
    endedTaskSids: readonly string[],
  ): Promise<{ kind: 'found'; taskSid: string } | { kind: 'not-found' }>;
  /** Asks for an agent without Studio. The task appears some seconds later. */
  createInteraction(conversationSid: string, attributes: DiscordTaskAttributes, target?: AgentTarget): Promise<void>;
  /** Asks for another agent in an Interaction that agents have left. Its task appears some seconds later. */
  inviteAgent(interaction: InteractionChannel, attributes: DiscordTaskAttributes, target?: AgentTarget): Promise<void>;
  /** Ends a chat as an agent does: the conversation is closed, the task goes to wrap-up. Fine if it is over already. */
  endChat(interaction: InteractionChannel): Promise<void>;
}

/** The part of pino that is used here. Never given the text of a message. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface VirtualAgentDependencies {
  database: Pool;
  twilio: TwilioConversations;
  articles: ArticleSearch;
  /** Makes an answer of what was found; left out, it is offered as it is. */
  answerer?: QuestionAnswerer;
  /** When a question is answered with an article, with choices, or with the offer of an agent alone. */
  answerPolicy: AnswerPolicy;
  logger: Logger;
  /** Milliseconds that only grow. */
  monotonicNow: () => number;
  /** How long one call of `answerConversation` may go on starting answers. In milliseconds. */
  answerBudgetMs: number;
}
