import { playerLanguage, playerText } from '@discord-channel/player-texts';
import type { VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import type { Conversation } from '../store/conversation';

/**
 * What a hand-off that has begun does outside: the flow no longer hears of messages, and the player knows the case's
 * number and that a transfer is under way. Each at most once; whatever failed is made good by the next call.
 * @returns `in-progress` when another caller is at it: whether it succeeds has to be looked at later.
 */
export async function announceHandoff(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'twilio'>,
  conversation: Conversation,
): Promise<'announced' | 'in-progress'> {
  const { conversationSid, handoffAttempt, origin } = conversation;
  if (!conversation.case) return 'announced';
  const language = playerLanguage(origin.locale);
  // First, so that what is said next starts no execution of the flow.
  await dependencies.twilio.removeStudioWebhook(conversationSid);
  const number = await postNotice(dependencies, {
    conversationSid,
    key: `case-number:${handoffAttempt}`,
    text: playerText(language, 'handoff.case-number', { number: conversation.case.number }),
  });
  const transfer = await postNotice(dependencies, {
    conversationSid,
    key: `transferring:${handoffAttempt}`,
    text: playerText(language, 'handoff.transferring'),
  });
  return number.kind === 'in-progress' || transfer.kind === 'in-progress' ? 'in-progress' : 'announced';
}
