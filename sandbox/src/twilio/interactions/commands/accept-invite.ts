import type { Reservation } from '../../task-router/model';
import type { Interaction } from '../model';
import type { InteractionsContext } from './context';
import { newParticipant } from './new-participant';
import { requirePending } from './require-pending';

/** The agent takes the invite: is added to the conversation, then the reservation counts as accepted. */
export function acceptInvite(context: InteractionsContext, interaction: Interaction, reservation: Reservation): void {
  const { conversations, taskRouter, tell } = context;
  requirePending(interaction, reservation);
  const { worker } = reservation;
  const { full_name } = JSON.parse(worker.attributes) as { full_name?: string };
  conversations.setUserFriendlyName(worker.identity, full_name ?? worker.friendlyName);
  const joined = conversations.addParticipant(interaction.conversationSid, worker.identity);
  const participant = newParticipant('agent', worker.identity, joined.sid, reservation.sid);
  interaction.participants.push(participant);
  interaction.status = 'active';
  taskRouter.accept(reservation);
  tell('participant.added', interaction, participant);
}
