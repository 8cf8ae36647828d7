import { openCase } from '@discord-channel/case-management';
import { answerAttributes } from '@discord-channel/contracts';
import { inTransaction } from '@discord-channel/database';
import { playerLanguage } from '@discord-channel/player-texts';
import { findPostedAnswer } from '../find-posted-answer';
import { leaveSummary } from '../handoff/leave-summary';
import type { ConversationMessage, PostedMessage, VirtualAgentDependencies } from '../ports';
import type { Conversation } from '../store/conversation';
import { recordAnswer } from '../store/record-answer';
import { rememberTurn } from '../turn/remember-turn';
import { composeAway } from './compose-away';
import type { Away } from './find-away';

export interface AnswerWhileAway {
  conversation: Conversation;
  /** The player's, which asks for an agent. */
  message: ConversationMessage;
  topic: string | null;
  /** What was just read of the conversation: it holds the answer, if an earlier try posted one. */
  messages: readonly ConversationMessage[];
  away: Away;
}

/**
 * The player asks for an agent while none is there: a case is opened instead of a task, once per conversation, and the
 * player is told when they are back. The conversation stays the virtual agent's.
 */
export async function answerWhileAway(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  request: AnswerWhileAway,
): Promise<void> {
  const { conversation, message, topic, messages } = request;
  const { conversationSid } = conversation;
  const caseNumber = await openCaseForLater(dependencies, conversation, topic);
  const posted = findPostedAnswer(messages, message.index) ?? (await postAnswer(dependencies, request, caseNumber));
  await recordAnswer(dependencies.database, {
    conversationSid,
    answers: message.index,
    part: 0,
    posted,
    topic,
    turn: rememberTurn({ kind: 'agent-request', text: topic }, undefined, null),
  });
}

function openCaseForLater(
  { database }: Pick<VirtualAgentDependencies, 'database'>,
  { conversationSid, origin, topic: before }: Conversation,
  topic: string | null,
): Promise<number> {
  return inTransaction(database, async (transaction) => {
    const { caseId, caseNumber } = await openCase(transaction, {
      origin,
      conversationSid,
      subject: before ?? topic ?? 'Help asked for in Discord',
      source: 'discord-dm',
      actor: { kind: 'player', id: origin.userId, name: origin.displayName },
    });
    await leaveSummary(transaction, { conversationSid, caseId });
    await transaction.query(
      `update virtual_agent.conversations set case_id = $2, case_number = $3 where conversation_sid = $1`,
      [conversationSid, caseId, caseNumber],
    );
    return caseNumber;
  });
}

function postAnswer(
  { twilio }: Pick<VirtualAgentDependencies, 'twilio'>,
  { conversation, message, away }: AnswerWhileAway,
  caseNumber: number,
): Promise<PostedMessage> {
  const language = playerLanguage(conversation.origin.locale);
  const { text, body } = composeAway(away.hours, away.backAt, caseNumber, language);
  const attributes = answerAttributes.parse({
    origin: 'virtual-agent',
    answers: message.index,
    part: 0,
    presentation: { text, buttons: [] },
  });
  return twilio.postMessage(conversation.conversationSid, { body, attributes: JSON.stringify(attributes) });
}
