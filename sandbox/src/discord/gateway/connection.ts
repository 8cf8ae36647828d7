import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { guildCreateOf, readyOf } from './greetings';
import { countReceived, countSent } from './opcodes';
import {
  type ClientPayload,
  clientPayload,
  type Identify,
  knownIntents,
  privilegedIntents,
  type Resume,
} from './payloads';
import type { GatewaySession } from './session';
import type { GatewaySessions } from './sessions';

/** Milliseconds between heartbeats that Discord asks for. */
const heartbeatIntervalMs = 41_250;
/** Close codes of a client that does not mean to come back. https://discord.com/developers/docs/events/gateway#disconnecting */
const endingCloseCodes = new Set([1_000, 1_001]);

export interface ConnectionDeps {
  sessions: GatewaySessions;
  botToken: string;
  resumeUrl(): string;
  /** Counts an IDENTIFY; false when the day's are used up. */
  takeIdentify(): boolean;
}

/** Speaks the gateway's protocol with one client, from Hello to the end of the connection. */
export function serveConnection(socket: WebSocket, deps: ConnectionDeps): void {
  const { sessions, botToken } = deps;
  let session: GatewaySession | undefined;

  const { routes } = sessions.state;
  const isValid = (token: string) => token === botToken && !sessions.state.tokenIsReset;

  const send = (payload: { op: Parameters<typeof countSent>[1] } & Record<string, unknown>) => {
    countSent(routes, payload.op);
    socket.send(JSON.stringify(payload));
  };
  const invalidSession = () => send({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null });

  function identify({ token, intents, shard }: Identify) {
    if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    if (!isValid(token)) return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    if (intents & ~knownIntents) return socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if (intents & privilegedIntents) return socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    // A server and all DMs live on shard 0 of 1: there is nothing for another shard to hear.
    if (shard[0] !== 0 || shard[1] !== 1) return socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    if (!deps.takeIdentify()) return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    session = sessions.open(intents, socket);
    const ready = readyOf(sessions.state, { id: session.id, resumeUrl: deps.resumeUrl(), shard });
    session.dispatch(GatewayDispatchEvents.Ready, JSON.stringify(ready));
    if (intents & GatewayIntentBits.Guilds) {
      session.dispatch(GatewayDispatchEvents.GuildCreate, JSON.stringify(guildCreateOf(sessions.state)));
    }
  }

  function resume({ token, session_id, seq }: Resume) {
    if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    if (!isValid(token)) return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    const known = sessions.find(session_id);
    if (!known?.canReplayFrom(seq)) return invalidSession();
    if (seq > known.sequence) return socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    session = known;
    sessions.continue(known, socket);
    known.replayFrom(seq);
  }

  socket.on('message', (data) => {
    const payload = readPayload(data);
    if (payload === 'not-json') return socket.close(GatewayCloseCodes.DecodeError, 'Decode error.');
    if (payload === 'unknown') return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    countReceived(routes, payload.op);
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        return send({ op: GatewayOpcodes.HeartbeatAck, d: null, s: null, t: null });
      case GatewayOpcodes.Identify:
        return identify(payload.d);
      case GatewayOpcodes.Resume:
        return resume(payload.d);
      case GatewayOpcodes.PresenceUpdate:
        return session ? undefined : socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    }
  });
  socket.on('close', (code) => {
    if (!session) return;
    if (session.socket === socket && endingCloseCodes.has(code)) sessions.end(session);
    else sessions.suspend(session, socket);
  });
  // Errors are followed by 'close', which does what there is to do.
  socket.on('error', () => {});

  send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatIntervalMs, _trace: [] }, s: null, t: null });
}

function readPayload(data: RawData): ClientPayload | 'not-json' | 'unknown' {
  let json: unknown;
  try {
    json = JSON.parse(data.toString());
  } catch {
    return 'not-json';
  }
  const parsed = clientPayload.safeParse(json);
  return parsed.success ? parsed.data : 'unknown';
}
