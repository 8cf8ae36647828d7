import type { Clock } from '../../clock';
import type { ConversationsPort } from '../ports';
import type { TaskRouter } from '../task-router/task-router';
import { acceptInvite } from './commands/accept-invite';
import type { InteractionsContext } from './commands/context';
import { createInteraction } from './commands/create-interaction';
import { endChannel } from './commands/end-channel';
import { inviteAgent } from './commands/invite-agent';
import { removeParticipant } from './commands/remove-participant';
import { requirePending } from './commands/require-pending';
import { transferChannel } from './commands/transfer-channel';
import type { Interactions } from './interactions';

export interface InteractionsDeps {
  conversations: ConversationsPort;
  taskRouter: TaskRouter;
  clock: Clock;
  /** Milliseconds between an answer and what it announces. */
  actionDelayMs?: number;
}

/** The emulated Interactions API of Flex: it ties a conversation, a task and the agents together. */
export function createInteractions({ actionDelayMs = 20, ...deps }: InteractionsDeps): Interactions {
  const listeners: Parameters<Interactions['onParticipant']>[0][] = [];
  const context: InteractionsContext = {
    ...deps,
    actionDelayMs,
    interactions: new Map(),
    tell: (...happening) => {
      for (const listener of listeners) listener(...happening);
    },
  };
  const { interactions } = context;

  return {
    list: () => [...interactions.values()],
    find(interactionSid, channelSid) {
      const interaction = interactions.get(interactionSid);
      return channelSid === undefined || interaction?.channelSid === channelSid ? interaction : undefined;
    },
    create: (request) => createInteraction(context, request),
    invite: (interaction, routing) => inviteAgent(context, interaction, routing),
    transfer: (interaction, from, to) => transferChannel(context, interaction, from, to),
    acceptInvite: (interaction, reservation) => acceptInvite(context, interaction, reservation),
    declineInvite(interaction, reservation) {
      requirePending(interaction, reservation);
      deps.taskRouter.reject(reservation);
    },
    endChannel: (interaction, status, routing) => endChannel(context, interaction, status, routing),
    removeParticipant: (interaction, participant, options) =>
      removeParticipant(context, interaction, participant, options),
    onParticipant: (listener) => void listeners.push(listener),
    reset: () => interactions.clear(),
  };
}
