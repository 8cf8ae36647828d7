import type { ConversationsPort } from '../ports';
import type { Clock } from '../rest/clock';
import { newSid } from '../rest/new-sid';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import type { Reservation, Task } from '../task-router/model';
import type { TaskRouter } from '../task-router/task-router';
import type { Interaction, InteractionParticipant } from './model';
import type { InteractionRequest } from './read-interaction-request';
import { taskAttributes } from './task-attributes';

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

export interface InteractionsDeps {
  conversations: ConversationsPort;
  taskRouter: TaskRouter;
  clock: Clock;
  /** Milliseconds between the answer and the task: the real service answers before it acts. */
  creationDelayMs?: number;
}

/** The emulated Interactions API of Flex: it ties a conversation, a task and the agents together. */
export function createInteractions(deps: InteractionsDeps): Interactions {
  const { conversations, taskRouter, clock, creationDelayMs = 20 } = deps;
  const interactions = new Map<string, Interaction>();
  const listeners: Parameters<Interactions['onParticipant']>[0][] = [];

  function create(request: InteractionRequest): Interaction {
    const { workspace } = taskRouter;
    if (request.workspaceSid !== workspace.workspaceSid) throw notFound(`/Workspaces/${request.workspaceSid}`);
    if (request.workflowSid !== workspace.workflow.sid) throw notFound(`/Workflows/${request.workflowSid}`);
    if (request.taskChannelUniqueName !== workspace.taskChannel.uniqueName) {
      throw invalidParameter(`There is no task channel ${request.taskChannelUniqueName}`);
    }
    const conversation = conversations.conversation(request.conversationSid);
    if (!conversation) throw notFound(`/Conversations/${request.conversationSid}`);
    if (conversation.state === 'closed') throw invalidParameter(`Conversation ${conversation.sid} is closed`);
    const [customer] = conversation.participants.values();
    if (!customer) throw invalidParameter(`Conversation ${conversation.sid} has no participant yet`);

    const interaction: Interaction = {
      sid: newSid('KD'),
      channelSid: newSid('UO'),
      inviteSid: newSid('KG'),
      taskSid: newSid('WT'),
      conversationSid: conversation.sid,
      medium: request.medium,
      initiatedBy: request.initiatedBy,
      status: 'setup',
      participants: [newParticipant('customer', customer.identity ?? '', customer.sid, null)],
      dateCreated: clock.now(),
    };
    interactions.set(interaction.sid, interaction);
    clock.schedule(creationDelayMs, () => {
      // A reset in between forgets the wish.
      if (!interactions.has(interaction.sid)) return;
      interaction.status = 'active';
      taskRouter.createTask({
        sid: interaction.taskSid,
        attributes: JSON.stringify(taskAttributes(interaction, request)),
        priority: request.priority,
        ...(request.timeout !== undefined && { timeout: request.timeout }),
      });
    });
    return interaction;
  }

  function acceptInvite(interaction: Interaction, reservation: Reservation): void {
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

  function endChannel(interaction: Interaction, status: 'closed' | 'inactive', routing?: RoutingStatus): void {
    if (interaction.status === 'setup') throw invalidParameter(`Channel ${interaction.channelSid} is not ready yet`);
    interaction.status = status;
    const task = taskRouter.task(interaction.taskSid);
    if (status === 'closed') closeConversation(interaction);
    else for (const participant of activeAgents(interaction)) leave(interaction, participant);
    if (task) endReservations(task, routing ?? 'closed');
  }

  function endReservations(task: Task, routing: RoutingStatus): void {
    for (const reservation of task.reservations) {
      if (routing === 'wrapup' && reservation.status === 'accepted') taskRouter.wrapUp(reservation);
      if (routing === 'closed' && (reservation.status === 'accepted' || reservation.status === 'wrapping')) {
        taskRouter.complete(reservation);
      }
    }
  }

  function removeParticipant(
    interaction: Interaction,
    participant: InteractionParticipant,
    { closeChannelIfLast }: { closeChannelIfLast: boolean },
  ): void {
    if (participant.status === 'active') leave(interaction, participant);
    const reservation = taskRouter.reservation(participant.reservationSid ?? '');
    if (activeAgents(interaction).length === 0 && closeChannelIfLast) {
      interaction.status = 'closed';
      closeConversation(interaction);
    }
    if (reservation && (reservation.status === 'accepted' || reservation.status === 'wrapping')) {
      taskRouter.complete(reservation);
    }
  }

  function leave(interaction: Interaction, participant: InteractionParticipant): void {
    participant.status = 'closed';
    if (conversations.conversation(interaction.conversationSid)?.state !== 'closed') {
      conversations.removeParticipant(interaction.conversationSid, participant.identity);
    }
    tell('participant.removed', interaction, participant);
  }

  function closeConversation({ conversationSid }: Interaction): void {
    if (conversations.conversation(conversationSid)?.state === 'closed') return;
    conversations.changeState(conversationSid, 'closed', 'API');
  }

  function tell(
    type: 'participant.added' | 'participant.removed',
    interaction: Interaction,
    participant: InteractionParticipant,
  ): void {
    for (const listener of listeners) listener(type, interaction, participant);
  }

  return {
    list: () => [...interactions.values()],
    find(interactionSid, channelSid) {
      const interaction = interactions.get(interactionSid);
      return channelSid === undefined || interaction?.channelSid === channelSid ? interaction : undefined;
    },
    create,
    acceptInvite,
    declineInvite(interaction, reservation) {
      requirePending(interaction, reservation);
      taskRouter.reject(reservation);
    },
    endChannel,
    removeParticipant,
    onParticipant: (listener) => void listeners.push(listener),
    reset: () => interactions.clear(),
  };
}

/** Agents who are in the conversation now. */
export function activeAgents(interaction: Interaction): readonly InteractionParticipant[] {
  return interaction.participants.filter(({ type, status }) => type === 'agent' && status === 'active');
}

function newParticipant(
  type: InteractionParticipant['type'],
  identity: string,
  mediaParticipantSid: string,
  reservationSid: string | null,
): InteractionParticipant {
  return { sid: newSid('UT'), type, identity, mediaParticipantSid, reservationSid, status: 'active' };
}

function requirePending(interaction: Interaction, reservation: Reservation): void {
  if (reservation.task.sid !== interaction.taskSid || reservation.status !== 'pending') {
    throw invalidParameter(`Reservation ${reservation.sid} cannot answer invite ${interaction.inviteSid}`);
  }
}
