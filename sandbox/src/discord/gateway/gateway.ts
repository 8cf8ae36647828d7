import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { DiscordState } from '../state/discord-state';
import { serveConnection } from './connection';
import { countSent, declareOpcodes } from './opcodes';
import { GatewaySessions } from './sessions';

/** IDENTIFYs that a bot has in 24 hours. */
export const identifiesPerDay = 1_000;

export interface GatewayDeps {
  state: DiscordState;
  botToken: string;
  /** Base address of the sandbox, `http://...`; the gateway is below it. */
  publicUrl(): string;
}

export interface Gateway {
  /** Address for `GET /gateway/bot`. */
  url(): string;
  identifiesLeft(): number;
  sessions: GatewaySessions;
  /** Takes the upgrade if the path is the gateway's; false leaves it to somebody else. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Cuts every connection without a word; sessions stay resumable. */
  disconnect(): void;
  /** Closes every connection with a code of Discord's. */
  close(code: number): void;
  /** Asks every client to reconnect and resume (op 7). */
  requestReconnect(): void;
  /** Ends every session: who is connected is told (op 9), who resumes later is told then. */
  expireSessions(): void;
}

/** The gateway: https://discord.com/developers/docs/events/gateway. JSON only, without compression. */
export function createGateway({ state, botToken, publicUrl }: GatewayDeps): Gateway {
  const sessions = new GatewaySessions(state);
  const server = new WebSocketServer({ noServer: true });
  const address = (path: string) => `${publicUrl().replace(/^http/, 'ws')}${path}`;
  let identifies = 0;
  let dayEndsAt = 0;
  declareOpcodes(state.routes);

  state.listen((event) => {
    if (event.kind !== 'reset') return sessions.tell(event);
    dayEndsAt = 0;
    identifies = 0;
    expireSessions();
  });

  server.on('connection', (socket, request: IncomingMessage) => {
    const query = new URL(request.url ?? '/', 'http://gateway').searchParams;
    if (query.get('v') !== '10') return socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
    if (query.has('compress') || (query.get('encoding') ?? 'json') !== 'json') {
      state.recordUnhandled({ method: 'GET', path: request.url ?? '', reason: 'only plain JSON is spoken here' });
      return socket.close(GatewayCloseCodes.DecodeError, 'Only plain JSON is spoken here.');
    }
    serveConnection(socket, {
      sessions,
      botToken,
      resumeUrl: () => address('/discord/resume'),
      takeIdentify,
    });
  });

  /** Discord resets the token of a bot that identifies itself too often, and tells its owner by mail. */
  function takeIdentify(): boolean {
    const now = state.clock.now().getTime();
    if (now >= dayEndsAt) {
      identifies = 0;
      dayEndsAt = now + 24 * 3_600_000;
    }
    identifies += 1;
    if (identifies > identifiesPerDay) state.tokenIsReset = true;
    return !state.tokenIsReset;
  }

  function expireSessions(): void {
    const connected = [...sessions.all()].flatMap(({ socket }) => socket ?? []);
    sessions.endAll();
    for (const socket of connected) {
      countSent(state.routes, GatewayOpcodes.InvalidSession);
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null }));
    }
  }

  return {
    sessions,
    url: () => address('/discord/gateway'),
    identifiesLeft: () => Math.max(0, identifiesPerDay - identifies),
    handleUpgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '/', 'http://gateway');
      if (!/^\/discord\/(gateway|resume)\/?$/.test(pathname)) return false;
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
      return true;
    },
    disconnect: () => {
      for (const { socket } of sessions.all()) socket?.terminate();
    },
    close: (code) => {
      for (const { socket } of sessions.all()) socket?.close(code);
    },
    requestReconnect: () => {
      for (const { socket } of sessions.all()) {
        countSent(state.routes, GatewayOpcodes.Reconnect);
        socket?.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null }));
      }
    },
    expireSessions,
  };
}
