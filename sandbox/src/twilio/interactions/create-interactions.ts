import type { Clock } from '../../clock';
import type { ConversationsPort } from '../ports';
import { newSid } from '../rest/new-sid';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import type { Reservation, Task, Worker } from '../task-router/model';
import type { TaskRouter } from '../task-router/task-router';
import type { ChannelTransfer, Interaction, InteractionInvite, InteractionParticipant } from './model';
import type { InteractionRequest, InviteRouting } from './read-interaction-request';
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

  function requireRouting(routing: InviteRouting): void {
    const { workspace } = taskRouter;
    if (routing.workspaceSid !== workspace.workspaceSid) throw notFound(`/Workspaces/${routing.workspaceSid}`);
    if (routing.workflowSid !== workspace.workflow.sid) throw notFound(`/Workflows/${routing.workflowSid}`);
    if (routing.taskChannelUniqueName !== workspace.taskChannel.uniqueName) {
      throw invalidParameter(`There is no task channel ${routing.taskChannelUniqueName}`);
    }
  }

  function create(request: InteractionRequest): Interaction {
    requireRouting(request);
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
    addInvite(interaction, request);
    return interaction;
  }

  function addInvite(
    interaction: Interaction,
    routing: Pick<InviteRouting, 'taskAttributes' | 'priority' | 'timeout'>,
    onlyWorkerSid?: string,
  ): InteractionInvite {
    const invite = { sid: newSid('KG'), taskSid: newSid('WT') };
    interaction.invites.push(invite);
    clock.schedule(creationDelayMs, () => {
      // A reset in between forgets the wish.
      if (!interactions.has(interaction.sid)) return;
      interaction.status = 'active';
      taskRouter.createTask({
        sid: invite.taskSid,
        attributes: JSON.stringify(taskAttributes(interaction, invite, routing)),
        priority: routing.priority,
        ...(routing.timeout !== undefined && { timeout: routing.timeout }),
        ...(onlyWorkerSid !== undefined && { onlyWorkerSid }),
      });
    });
    return invite;
  }

  function transfer(interaction: Interaction, from: InteractionParticipant, to: Worker | undefined): ChannelTransfer {
    const own = taskRouter.reservation(from.reservationSid ?? '');
    if (!own || from.status !== 'active') throw invalidParameter(`Participant ${from.sid} is not in the channel`);
    const attributes = JSON.parse(own.task.attributes) as Record<string, unknown>;
    const invite = addInvite(interaction, { taskAttributes: attributes, priority: own.task.priority }, to?.sid);
    const made = {
      from: from.sid,
      to: to?.sid ?? taskRouter.workspace.taskQueue.sid,
      invite,
      dateCreated: clock.now(),
    };
    interaction.transfers.push(made);
    leave(interaction, from);
    taskRouter.wrapUp(own);
    return made;
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
    const tasks = interaction.invites.flatMap(({ taskSid }) => taskRouter.task(taskSid) ?? []);
    if (status === 'closed') closeConversation(interaction);
    else for (const participant of activeAgents(interaction)) leave(interaction, participant);
    for (const task of tasks) endReservations(task, routing ?? 'closed');
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
    // Who has transferred it is out already: completing takes nothing from whoever has it now.
    const wasThere = participant.status === 'active';
    if (wasThere) leave(interaction, participant);
    const reservation = taskRouter.reservation(participant.reservationSid ?? '');
    const isLast = wasThere && activeAgents(interaction).length === 0;
    if (isLast && !closeChannelIfLast) interaction.status = 'inactive';
    if (isLast && closeChannelIfLast) {
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
    invite(interaction, routing) {
      requireRouting(routing);
      if (interaction.status === 'closed') throw invalidParameter(`Channel ${interaction.channelSid} is closed`);
      return addInvite(interaction, routing);
    },
    transfer,
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
  const isInvited = interaction.invites.some(({ taskSid }) => taskSid === reservation.task.sid);
  if (!isInvited || reservation.status !== 'pending') {
    throw invalidParameter(`Reservation ${reservation.sid} cannot answer an invite into ${interaction.channelSid}`);
  }
}
