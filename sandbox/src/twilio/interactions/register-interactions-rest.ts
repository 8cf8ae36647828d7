import type { FastifyInstance } from 'fastify';
import { listPage } from '../rest/list-page';
import { type Account, readForm, requireAccount } from '../rest/serve-host';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import { channelResource, interactionJson, inviteJson } from './interaction-json';
import type { Interactions, RoutingStatus } from './interactions';
import type { Interaction } from './model';
import { readInteractionRequest, readRouting } from './read-interaction-request';

export interface InteractionsRestDeps extends Account {
  interactions: Interactions;
}

interface InteractionPath {
  interactionSid: string;
  channelSid: string;
}

/**
 * The Interactions API over REST, as the official helper library calls it. Registers on the scope of
 * flex-api.twilio.com. https://www.twilio.com/docs/flex/developer/conversations/interactions-api
 */
export function registerInteractionsRest(scope: FastifyInstance, deps: InteractionsRestDeps): void {
  const { interactions } = deps;
  const path = '/v1/Interactions/:interactionSid';
  const channelPath = `${path}/Channels/:channelSid`;
  const options = {
    onRequest: async (request: Parameters<typeof requireAccount>[0]) => requireAccount(request, deps),
  };

  function find({ interactionSid, channelSid }: Partial<InteractionPath>): Interaction {
    const interaction = interactions.find(interactionSid ?? '', channelSid);
    if (!interaction) throw notFound(`/Interactions/${interactionSid}`);
    return interaction;
  }

  scope.post('/v1/Interactions', options, async (request) => {
    const { Channel, Routing } = readForm(request, ['Channel', 'Routing']);
    if (Channel === undefined || Routing === undefined) throw invalidParameter('Channel and Routing are required');
    const interaction = interactions.create(readInteractionRequest(Channel, Routing));
    return interactionJson(interaction);
  });

  scope.get<{ Params: InteractionPath }>(path, options, async ({ params }) => interactionJson(find(params)));

  scope.get<{ Params: InteractionPath }>(`${path}/Channels`, options, async ({ params }) =>
    listPage('channels', `https://flex-api.twilio.com/v1/Interactions/${params.interactionSid}/Channels`, [
      channelResource(find(params)),
    ]),
  );

  scope.get<{ Params: InteractionPath }>(channelPath, options, async ({ params }) => channelResource(find(params)));

  scope.post<{ Params: InteractionPath }>(channelPath, options, async (request) => {
    const interaction = find(request.params);
    const { Status, Routing } = readForm(request, ['Status', 'Routing']);
    if (Status !== 'closed' && Status !== 'inactive') throw invalidParameter('Status must be closed or inactive');
    interactions.endChannel(interaction, Status, readRoutingStatus(Routing));
    return channelResource(interaction);
  });

  scope.get<{ Params: InteractionPath }>(`${channelPath}/Invites`, options, async ({ params }) =>
    listPage(
      'invites',
      `https://flex-api.twilio.com/v1/Interactions/${params.interactionSid}/Invites`,
      find(params).invites.map((invite) => inviteJson(find(params), invite)),
    ),
  );

  scope.post<{ Params: InteractionPath }>(`${channelPath}/Invites`, options, async (request) => {
    const interaction = find(request.params);
    const { Routing } = readForm(request, ['Routing']);
    if (Routing === undefined) throw invalidParameter('Routing is required');
    const invite = interactions.invite(interaction, readRouting(Routing));
    return inviteJson(interaction, invite);
  });
}

function readRoutingStatus(json: string | undefined): RoutingStatus | undefined {
  if (json === undefined) return undefined;
  try {
    const { status } = JSON.parse(json) as { status?: unknown };
    if (status === 'wrapup' || status === 'closed') return status;
  } catch {
    throw invalidParameter('Routing is not valid JSON');
  }
  throw invalidParameter('Routing.status must be wrapup or closed');
}
