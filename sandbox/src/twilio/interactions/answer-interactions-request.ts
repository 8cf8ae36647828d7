import { BridgeRefusal, type BridgeRequest, onlyKnownParameters } from '../task-router/bridge-refusal';
import type { Reservation, Worker } from '../task-router/model';
import type { TaskRouter } from '../task-router/task-router';
import { channelJson, participantJson, transferJson } from './interaction-json';
import type { Interactions } from './interactions';
import type { Interaction } from './model';

export interface InteractionsRequestDeps {
  interactions: Interactions;
  taskRouter: TaskRouter;
}

const route =
  /^v1\/Interactions\/(KD[0-9a-f]{32})\/Channels(?:\/(UO[0-9a-f]{32})(?:\/(Participants|Invites)(?:\/((?:UT|KG)[0-9a-f]{32}))?)?)?$/;

const transfersRoute = /^v1\/Instances\/(GO\w{32})\/Interactions\/(KD\w{32})\/Channels\/(UO\w{32})\/Transfers$/;

/**
 * Answers the calls about Interactions that Flex UI sends over the event bridge on behalf of one agent.
 * @returns the payload, or undefined when this is no such call.
 * @throws BridgeRefusal for what is not there, is another agent's, or is not known; TwilioRestError for a refusal.
 */
export function answerInteractionsRequest(
  deps: InteractionsRequestDeps,
  worker: Worker,
  { method, url, params }: BridgeRequest,
): unknown {
  const { interactions, taskRouter } = deps;
  const transfers = transfersRoute.exec(url);
  if (transfers) return answerTransfers(deps, worker, { method, url, params });
  const [match, interactionSid = '', channelSid, collection, sid] = route.exec(url) ?? [];
  if (!match) return undefined;
  const interaction = interactions.find(interactionSid, channelSid);
  if (!interaction) throw new BridgeRefusal(404, `${url} was not found`);

  switch (`${method} ${collection ?? (channelSid ? 'Channel' : 'Channels')}${sid ? '/*' : ''}`) {
    case 'GET Channels':
      return { channels: [channelJson(interaction)], meta: {} };
    case 'GET Channel':
      return channelJson(interaction);
    case 'POST Channel':
      requireOwnReservation(deps, interaction, worker);
      endChannel(interactions, interaction, params);
      return channelJson(interaction);
    case 'GET Participants':
      onlyKnownParameters(params, ['status', 'taskSid']);
      return {
        channel_type: interaction.medium,
        participants: interaction.participants
          .filter(({ status }) => params.status === 'all' || status === 'active')
          .map((participant) => participantJson(taskRouter, interaction, participant)),
      };
    case 'POST Participants/*':
      return removeParticipant(deps, interaction, sid, params);
    case 'POST Invites/*': {
      if (!interaction.invites.some((invite) => invite.sid === sid))
        throw new BridgeRefusal(404, `${url} was not found`);
      answerInvite(deps, interaction, worker, params);
      return { sid, status: params.action === 'accept' ? 'accepted' : 'declined' };
    }
    default:
      return undefined;
  }
}

/** A channel's transfers, and a new one: cold, to another worker or to the queue. */
function answerTransfers(
  { interactions, taskRouter }: InteractionsRequestDeps,
  worker: Worker,
  { method, url, params }: BridgeRequest,
): unknown {
  const [, instanceSid = '', interactionSid = '', channelSid = ''] = transfersRoute.exec(url) ?? [];
  const interaction = interactions.find(interactionSid, channelSid);
  if (!interaction) throw new BridgeRefusal(404, `${url} was not found`);
  if (method === 'GET') return interaction.transfers.map((made) => transferJson(interaction, made, instanceSid));

  onlyKnownParameters(params, ['type', 'from', 'to', 'noteSid', 'summarySid']);
  if (params.type !== 'cold') throw new BridgeRefusal(400, `Invalid type ${String(params.type)}`);
  const from = interaction.participants.find(({ sid }) => sid === params.from);
  const own = taskRouter.reservation(from?.reservationSid ?? '');
  if (!from || own?.worker !== worker) throw new BridgeRefusal(403, 'Only an agent in the channel can transfer it.');
  const to = taskRouter.worker(String(params.to));
  if (!to && params.to !== taskRouter.workspace.taskQueue.sid) {
    throw new BridgeRefusal(404, `${String(params.to)} is no worker and no queue`);
  }
  return transferJson(interaction, interactions.transfer(interaction, from, to), instanceSid);
}

function answerInvite(
  { interactions, taskRouter }: InteractionsRequestDeps,
  interaction: Interaction,
  worker: Worker,
  params: BridgeRequest['params'],
): void {
  onlyKnownParameters(params, ['action', 'routing']);
  const { reservation: named } = (params.routing ?? {}) as { reservation?: { sid?: string } };
  const reservation = taskRouter.reservation(named?.sid ?? '');
  if (reservation?.worker !== worker) throw new BridgeRefusal(404, 'That reservation was not found');
  if (params.action === 'accept') interactions.acceptInvite(interaction, reservation);
  else if (params.action === 'decline') interactions.declineInvite(interaction, reservation);
  else throw new BridgeRefusal(400, `Invalid action ${String(params.action)}`);
}

function endChannel(interactions: Interactions, interaction: Interaction, params: BridgeRequest['params']): void {
  onlyKnownParameters(params, ['status', 'routing']);
  const { status: routing } = (params.routing ?? {}) as { status?: string };
  if (params.status !== 'closed' && params.status !== 'inactive') {
    throw new BridgeRefusal(400, `Invalid status ${String(params.status)}`);
  }
  if (routing !== undefined && routing !== 'wrapup' && routing !== 'closed') {
    throw new BridgeRefusal(400, `Invalid routing status ${routing}`);
  }
  interactions.endChannel(interaction, params.status, routing);
}

function removeParticipant(
  { interactions, taskRouter }: InteractionsRequestDeps,
  interaction: Interaction,
  sid: string | undefined,
  params: BridgeRequest['params'],
): unknown {
  // `awaitRemovalConfirmation` is the client's own option, which it sends along.
  onlyKnownParameters(params, ['status', 'closeChannelIfLastParticipant', 'awaitRemovalConfirmation']);
  const participant = interaction.participants.find((candidate) => candidate.sid === sid);
  if (!participant) throw new BridgeRefusal(404, `Participant ${sid} was not found`);
  if (params.status !== 'closed') throw new BridgeRefusal(400, `Invalid status ${String(params.status)}`);
  interactions.removeParticipant(interaction, participant, {
    closeChannelIfLast: params.closeChannelIfLastParticipant === true,
  });
  return participantJson(taskRouter, interaction, participant);
}

function requireOwnReservation(
  { taskRouter }: InteractionsRequestDeps,
  interaction: Interaction,
  worker: Worker,
): Reservation {
  const own = interaction.invites
    .flatMap(({ taskSid }) => taskRouter.task(taskSid)?.reservations ?? [])
    .find((reservation) => reservation.worker === worker);
  if (!own) throw new BridgeRefusal(403, 'That channel belongs to another agent.');
  return own;
}
