import { answerConversation, awaitAnswer, callAgentBack, openCase } from '@discord-channel/virtual-agent';
import type { Effect } from './effect';

/**
 * Answers what the Studio flow has not: its webhook was lost, or the message came while an execution was busy. Where
 * the player asks for an agent the hand-off is begun here; `check-handoff`, which that enqueues, creates the task.
 * In a conversation that its agents have left another one is asked for.
 */
export const answerUnanswered: Effect<'answer-unanswered'> = async ({ virtualAgent, silence }, { conversationSid }) => {
  if ((await callAgentBack(virtualAgent, conversationSid)) !== 'nothing-to-do') return;
  await awaitAnswer(virtualAgent.database, conversationSid, silence.agent);
  const outcome = await answerConversation(virtualAgent, conversationSid);
  if (outcome === 'handoff') await openCase(virtualAgent, conversationSid);
};
