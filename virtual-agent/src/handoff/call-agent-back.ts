import { isPlayerIdentity } from '@discord-channel/contracts';
import { findAway } from '../hours/find-away';
import { tellAway } from '../hours/tell-away';
import type { VirtualAgentDependencies } from '../ports';
import { readConversation } from '../store/conversation';
import { openCase } from './open-case';
import { requestAgent } from './request-agent';

/**
 * The player writes in a conversation that its agents have left or parked: another one is asked for, in the same case.
 * Does nothing unless the player has written since they left. Outside the operating hours the player is told when the
 * agents are back, and one is asked for then. Safe to repeat.
 */
export async function callAgentBack(
  dependencies: VirtualAgentDependencies,
  conversationSid: string,
): Promise<'called' | 'away' | 'nothing-to-do'> {
  const { database, twilio } = dependencies;
  const before = await readConversation(database, conversationSid);
  if (before?.mode !== 'unattended') return 'nothing-to-do';
  const since = await twilio.listMessagesAfter(conversationSid, before.lastAnsweredIndex);
  if (!since.some(({ author }) => isPlayerIdentity(author))) return 'nothing-to-do';
  const away = await findAway(database, before);
  if (away) {
    await tellAway(dependencies, before, away);
    return 'away';
  }
  const opened = await openCase(dependencies, conversationSid);
  const conversation = await readConversation(database, conversationSid);
  // Not through Studio: its flow does not listen to a conversation that was handed off.
  if (opened.kind === 'opened' && conversation) await requestAgent(dependencies, conversation);
  return 'called';
}
