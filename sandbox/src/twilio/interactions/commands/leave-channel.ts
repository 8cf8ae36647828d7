import type { Interaction, InteractionParticipant } from '../model';
import type { InteractionsContext } from './context';

/** Takes one agent out of the channel and its conversation. */
export function leaveChannel(
  { conversations, tell }: InteractionsContext,
  interaction: Interaction,
  participant: InteractionParticipant,
): void {
  participant.status = 'closed';
  if (conversations.conversation(interaction.conversationSid)?.state !== 'closed') {
    conversations.removeParticipant(interaction.conversationSid, participant.identity);
  }
  tell('participant.removed', interaction, participant);
}
