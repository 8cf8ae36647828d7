import { answerAttributes, parseMessageAttributes, virtualAgentAuthor } from '@discord-channel/contracts';
import { findArticle } from '@discord-channel/knowledge-base';
import { playerLanguage } from '@discord-channel/player-texts';
import type { ConversationMessage, PostedMessage, VirtualAgentDependencies } from './ports';
import type { Conversation } from './store/conversation';
import { recordAnswer } from './store/record-answer';
import { composeReply, type Finding } from './turn/compose-reply';
import type { Turn } from './turn/read-turn';

export interface AnswerMessage {
  conversation: Conversation;
  /** The player's message. */
  message: ConversationMessage;
  turn: Exclude<Turn, { kind: 'agent-request' }>;
  topic: string | null;
  /** What was just read of the conversation: it holds the answer, if an earlier try posted one. */
  messages: readonly ConversationMessage[];
}

/** More than the buttons can show is of no use. */
const maxCandidates = 4;

/** Answers one message of the player, unless it has its answer, and writes the answer down. */
export async function answerMessage(dependencies: VirtualAgentDependencies, request: AnswerMessage): Promise<void> {
  const { conversation, message, topic, messages } = request;
  const { conversationSid } = conversation;
  const posted = findAnswer(messages, message.index) ?? (await postAnswer(dependencies, request));
  await recordAnswer(dependencies.database, { conversationSid, answers: message.index, part: 0, posted, topic });
}

function findAnswer(messages: readonly ConversationMessage[], answers: number): PostedMessage | undefined {
  return messages.find(({ author, attributes }) => {
    if (author !== virtualAgentAuthor) return false;
    const parsed = parseMessageAttributes(attributes);
    return parsed?.origin === 'virtual-agent' && parsed.answers === answers && parsed.part === 0;
  });
}

async function postAnswer(
  dependencies: VirtualAgentDependencies,
  { conversation, message, turn }: AnswerMessage,
): Promise<PostedMessage> {
  const finding = await lookUp(dependencies, conversation, turn);
  const { body, presentation } = composeReply(finding, playerLanguage(conversation.origin.locale));
  const attributes = answerAttributes.parse({
    origin: 'virtual-agent',
    answers: message.index,
    part: 0,
    presentation,
  });
  return dependencies.twilio.postMessage(conversation.conversationSid, {
    body,
    attributes: JSON.stringify(attributes),
  });
}

async function lookUp(
  { database, articles }: VirtualAgentDependencies,
  { origin }: Conversation,
  turn: AnswerMessage['turn'],
): Promise<Finding> {
  const scope = { applicationId: origin.applicationId, guildId: origin.guildId };
  switch (turn.kind) {
    case 'unreadable':
      return { kind: 'articles', articles: [] };
    case 'question': {
      const found = await articles.search(scope, turn.text, maxCandidates);
      return { kind: 'articles', articles: found.map(({ article }) => article) };
    }
    case 'show-article': {
      const found = await findArticle(database, { ...scope, articleId: turn.articleId });
      return found.kind === 'found' ? { kind: 'article', article: found.article } : { kind: 'article-gone' };
    }
  }
}
