import { answerAttributes, type Presentation } from '@discord-channel/contracts';
import { playerLanguage } from '@discord-channel/player-texts';
import { findPostedAnswer } from './find-posted-answer';
import type { ConversationMessage, PostedMessage, VirtualAgentDependencies } from './ports';
import type { Conversation } from './store/conversation';
import { readMemory } from './store/read-memory';
import { recordAnswer } from './store/record-answer';
import type { RememberedTurn } from './store/remembered-turn';
import { composeReply, offerAgent } from './turn/compose-reply';
import { lookUp } from './turn/look-up';
import { isAgentDue } from './turn/memory';
import type { Turn } from './turn/read-turn';
import { rememberTurn } from './turn/remember-turn';

export interface AnswerMessage {
  conversation: Conversation;
  /** The player's message. */
  message: ConversationMessage;
  turn: Exclude<Turn, { kind: 'agent-request' }>;
  topic: string | null;
  /** What was just read of the conversation: it holds the answer, if an earlier try posted one. */
  messages: readonly ConversationMessage[];
  /** When the answer should be known, on the clock of `monotonicNow`. In milliseconds. */
  deadline: number;
}

interface Answered {
  posted: PostedMessage;
  turn: RememberedTurn;
}

/** Answers one message of the player, unless it has its answer, and writes the answer and the turn down. */
export async function answerMessage(dependencies: VirtualAgentDependencies, request: AnswerMessage): Promise<void> {
  const { conversation, message, topic } = request;
  const { conversationSid } = conversation;
  const { posted, turn } = findAnswer(request) ?? (await postAnswer(dependencies, request));
  await recordAnswer(dependencies.database, { conversationSid, answers: message.index, part: 0, posted, topic, turn });
}

function findAnswer({ messages, message, turn }: AnswerMessage): Answered | undefined {
  const posted = findPostedAnswer(messages, message.index);
  const query = turn.kind === 'question' ? turn.text : null;
  return posted && { posted, turn: rememberTurn(turn, posted.presentation, query) };
}

async function postAnswer(
  dependencies: VirtualAgentDependencies,
  { conversation, message, turn, deadline }: AnswerMessage,
): Promise<Answered> {
  const language = playerLanguage(conversation.origin.locale);
  const memory = await readMemory(dependencies.database, conversation.conversationSid);
  const { finding, query } = await lookUp(dependencies, { conversation, turn, memory, deadline });
  const plain = composeReply(finding, language);
  const remember = (presentation: Presentation) => rememberTurn(turn, presentation, query);
  const reply = isAgentDue([...memory, remember(plain.presentation)]) ? offerAgent(plain, language) : plain;
  const attributes = answerAttributes.parse({
    origin: 'virtual-agent',
    answers: message.index,
    part: 0,
    presentation: reply.presentation,
  });
  const posted = await dependencies.twilio.postMessage(conversation.conversationSid, {
    body: reply.body,
    attributes: JSON.stringify(attributes),
  });
  return { posted, turn: remember(reply.presentation) };
}
