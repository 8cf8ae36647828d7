import { activeAgents } from '../active-agents';
import type { Interaction, InteractionParticipant } from '../model';
import { closeConversation } from './close-conversation';
import type { InteractionsContext } from './context';

/**
 * One agent leaves, and is done with the task. The last one may take the channel, and with it the conversation, along.
 * The answer comes first: Flex UI waits for `participant.removed` of the SID that it was answered, also for an agent
 * who is out already by a transfer, and for the task's end after it.
 */
export function removeParticipant(
  context: InteractionsContext,
  interaction: Interaction,
  participant: InteractionParticipant,
  { closeChannelIfLast }: { closeChannelIfLast: boolean },
): void {
  const { conversations, taskRouter, clock, actionDelayMs, interactions, tell } = context;
  // Who has transferred it is out already: completing takes nothing from whoever has it now.
  const wasThere = participant.status === 'active';
  participant.status = 'closed';
  const isOpen = conversations.conversation(interaction.conversationSid)?.state !== 'closed';
  if (wasThere && isOpen) conversations.removeParticipant(interaction.conversationSid, participant.identity);
  const isLast = wasThere && activeAgents(interaction).length === 0;
  if (isLast) interaction.status = closeChannelIfLast ? 'closed' : 'inactive';
  if (isLast && closeChannelIfLast) closeConversation(context, interaction);
  clock.schedule(actionDelayMs, () => {
    if (!interactions.has(interaction.sid)) return;
    tell('participant.removed', interaction, participant);
    const reservation = taskRouter.reservation(participant.reservationSid ?? '');
    if (reservation?.status === 'accepted' || reservation?.status === 'wrapping') taskRouter.complete(reservation);
  });
}
