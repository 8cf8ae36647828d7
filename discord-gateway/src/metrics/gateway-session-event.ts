/** What happens to the connection to Discord's gateway. `ended`: Discord has ended the session, it cannot be resumed. */
export type GatewaySessionEvent = { kind: 'connected' | 'resumed' | 'ended' } | { kind: 'closed'; code: number };
