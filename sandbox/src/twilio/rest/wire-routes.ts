import type { UnhandledRequests } from './unhandled-requests';

/** The private wires of Twilio's clients, by what speaks them. */
export type Wire = 'event-bridge' | 'Conversations SDK' | 'Sync' | 'push registration' | 'telemetry';

const sources: Readonly<Record<Wire, string>> = {
  'event-bridge': 'twilio-taskrouter 2.1.1 and the conversations SDK in @twilio/flex-ui 2.17.1',
  'Conversations SDK': '@twilio/conversations 2.5.0 through Twilsock',
  Sync: 'twilio-sync 3.1.0, also in @twilio/conversations 2.5.0, through Twilsock',
  'push registration': '@twilio/notifications through Twilsock',
  telemetry: '@twilio/flex-sdk in @twilio/flex-ui 2.17.1 through Twilsock',
};

/**
 * Every call of Flex UI's own wires that is answered. None of them is in an OpenAPI file: the client named as the
 * wire's source sends it. `*` stands for a SID, an identity or a name.
 */
const wireRoutes: Readonly<Record<Wire, readonly string[]>> = {
  'event-bridge': [
    'GET Workspaces/*/Activities',
    'GET Workspaces/*/Workers/*',
    'POST Workspaces/*/Workers/*',
    'GET Workspaces/*/Workers/*/WorkerChannels',
    'GET Workspaces/*/Workers/*/Reservations',
    'GET Workspaces/*/Workers/*/Transfers',
    'GET Workspaces/*/Workers/*/Reservations/*',
    'POST Workspaces/*/Workers/*/Reservations/*',
    'GET Workspaces/*/TaskQueues/*',
    'GET Workspaces/*/Tasks/*',
    'POST Workspaces/*/Tasks/*',
    'GET v1/Instances/*/Interactions/*/Channels/*/Transfers',
    'POST v1/Instances/*/Interactions/*/Channels/*/Transfers',
    'GET v1/Interactions/*/Channels',
    'GET v1/Interactions/*/Channels/*',
    'POST v1/Interactions/*/Channels/*',
    'GET v1/Interactions/*/Channels/*/Participants',
    'POST v1/Interactions/*/Channels/*/Participants/*',
    'POST v1/Interactions/*/Channels/*/Invites/*',
  ],
  'Conversations SDK': [
    'GET /Client/v2/Configuration',
    'GET /Client/v1/Users/*',
    'POST /Client/v1/Users/*',
    'GET /Client/v1/Users/*/Conversations',
    'GET /Client/v1/Users/*/Conversations/*',
    'POST /Client/v1/Users/*/Conversations/*',
    'GET /Client/v1/Conversations/*',
    'POST /Client/v1/Conversations/*',
    'POST /Client/v1/Conversations/*/Participants',
    'DELETE /Client/v1/Conversations/*/Participants/*',
    'POST /Client/v1/Typing',
    'POST /Client/v1/Conversations/*/Messages',
    'POST /Client/v1/Conversations/*/Messages/*',
    'DELETE /Client/v1/Conversations/*/Messages/*',
    'GET /Client/v1/Conversations/*/MessageRecipients',
  ],
  Sync: [
    'POST /v4/Subscriptions',
    'GET /v3/Documents/*',
    'POST /v3/Documents',
    'GET /v3/Lists/*',
    'GET /v3/Maps/*',
    'GET /v3/Lists/*/Items',
    'GET /v3/Maps/*/Items',
  ],
  'push registration': [],
  telemetry: ['POST /v1/Telemetry/Events'],
};

/** Makes the routes of these wires known: each where it is served. */
export function declareWires({ routes }: UnhandledRequests, wires: readonly Wire[]): void {
  for (const wire of wires) {
    for (const route of wireRoutes[wire]) routes.declare({ service: wire, route, contract: sources[wire] });
  }
}

/** Counts an answered call; one that is not listed above is recorded like one that nobody could answer. */
export function countWireCall(unhandled: UnhandledRequests, wire: Wire, method: string, path: string): void {
  const route = `${method} ${shapeOf(path)}`;
  if (wireRoutes[wire].includes(route)) unhandled.routes.hit(wire, route);
  else unhandled.record({ method, target: `${wire}: ${shapeOf(path)}`, reason: 'unlisted-route' });
}

/** Versions and the names of collections stay; SIDs, identities and names become `*`. */
function shapeOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^(v\d+|[A-Z][A-Za-z]+|)$/.test(segment) ? segment : '*'))
    .join('/');
}
