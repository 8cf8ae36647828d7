import type { Reservation, Worker } from '../task-router/model';
import type { ChannelTransfer, Interaction, InteractionInvite, InteractionParticipant } from './model';
import type { InteractionRequest, InviteRouting } from './read-interaction-request';

/** How the task ends when an agent ends a channel. */
export type RoutingStatus = 'wrapup' | 'closed';

export interface Interactions {
  list(): readonly Interaction[];
  find(interactionSid: string, channelSid?: string): Interaction | undefined;
  /**
   * Accepts the wish to bring a conversation to an agent. The task appears a moment later.
   * @throws TwilioRestError when the conversation, the workflow or the task channel does not fit.
   */
  create(request: InteractionRequest): Interaction;
  /** Asks for one more agent, by a task of its own. @throws TwilioRestError for a channel that is closed. */
  invite(interaction: Interaction, routing: InviteRouting): InteractionInvite;
  /**
   * An agent hands the channel on, cold: another one is invited, and the agent leaves at once.
   * @param to a worker, or undefined for the queue.
   */
  transfer(interaction: Interaction, from: InteractionParticipant, to: Worker | undefined): ChannelTransfer;
  /** The agent takes the invite: is added to the conversation, then the reservation counts as accepted. */
  acceptInvite(interaction: Interaction, reservation: Reservation): void;
  declineInvite(interaction: Interaction, reservation: Reservation): void;
  /** Ends the chat (`closed`: the conversation with it) or leaves it (`inactive`: the conversation lives on). */
  endChannel(interaction: Interaction, status: 'closed' | 'inactive', routing: RoutingStatus | undefined): void;
  /** One agent leaves. The last one may take the channel, and with it the conversation, along. */
  removeParticipant(
    interaction: Interaction,
    participant: InteractionParticipant,
    options: { closeChannelIfLast: boolean },
  ): void;
  /** Told when somebody joins or leaves. */
  onParticipant(
    listener: (
      type: 'participant.added' | 'participant.removed',
      interaction: Interaction,
      participant: InteractionParticipant,
    ) => void,
  ): void;
  reset(): void;
}
