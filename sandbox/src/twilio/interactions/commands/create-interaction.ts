import { newSid } from '../../rest/new-sid';
import { invalidParameter, notFound } from '../../rest/twilio-rest-error';
import type { Interaction } from '../model';
import type { InteractionRequest } from '../read-interaction-request';
import { addInvite } from './add-invite';
import type { InteractionsContext } from './context';
import { newParticipant } from './new-participant';
import { requireRouting } from './require-routing';

/** Accepts the wish to bring a conversation to an agent. The task appears a moment later. */
export function createInteraction(context: InteractionsContext, request: InteractionRequest): Interaction {
  const { conversations, clock, interactions } = context;
  requireRouting(context, request);
  const conversation = conversations.conversation(request.conversationSid);
  if (!conversation) throw notFound(`/Conversations/${request.conversationSid}`);
  if (conversation.state === 'closed') throw invalidParameter(`Conversation ${conversation.sid} is closed`);
  const [customer] = conversation.participants.values();
  if (!customer) throw invalidParameter(`Conversation ${conversation.sid} has no participant yet`);

  const interaction: Interaction = {
    sid: newSid('KD'),
    channelSid: newSid('UO'),
    invites: [],
    transfers: [],
    conversationSid: conversation.sid,
    medium: request.medium,
    initiatedBy: request.initiatedBy,
    status: 'setup',
    participants: [newParticipant('customer', customer.identity ?? '', customer.sid, null)],
    dateCreated: clock.now(),
  };
  interactions.set(interaction.sid, interaction);
  addInvite(context, interaction, request, request.workerSid);
  return interaction;
}
