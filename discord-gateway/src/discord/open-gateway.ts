import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { backOff } from '../flow/back-off';
import { keepTrying } from '../flow/keep-trying';
import type { GatewaySessionEvent } from '../metrics/gateway-session-event';
import { createSessionVerdict } from './session-verdict';

/** Where the gateway's session and events are kept: everything is synchronous, and kept in the order of the calls. */
export interface GatewayMemory {
  /** The session as the database has it: its sequence is that of the last event stored. */
  committedSession(): SessionInfo | null;
  /** A new session began, or (null) Discord has ended the one there was. */
  keepSession(session: SessionInfo | null): void;
  keepDispatch(payload: GatewayDispatchPayload): void;
  /** Resolves when everything kept so far is in the database. */
  flush(): Promise<void>;
}

export interface GatewayDependencies {
  botToken: string;
  rest: REST;
  memory: GatewayMemory;
  /** Told what happens to the connection. */
  onSession?: (event: GatewaySessionEvent) => void;
  logger: Logger;
  /** Told when Discord refuses this bot for good (bad token, forbidden intents): no reconnection helps. */
  onFatal: (error: Error) => void;
}

export interface Gateway {
  isConnected(): boolean;
  /** Leaves in a way that keeps the session: the next process resumes it and misses nothing. */
  leave(): Promise<void>;
}

const fatalCloseCodes: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, 'the bot token is not valid: check DISCORD_BOT_TOKEN'],
  [GatewayCloseCodes.InvalidShard, 'the shard is not valid'],
  [GatewayCloseCodes.ShardingRequired, 'the bot is in too many servers for one shard'],
  [GatewayCloseCodes.InvalidAPIVersion, 'this version of the gateway API is gone'],
  [GatewayCloseCodes.InvalidIntents, 'the intents are not valid'],
  [GatewayCloseCodes.DisallowedIntents, 'the intents are not allowed for this bot'],
]);

/** Neither 1000 nor 1001, which would end the session: the code that discord.js closes with before resuming. */
const resumableCloseCode = 4200;

/**
 * Connects to the Discord gateway and stays connected. One session on shard 0 carries all of a bot's DMs; message
 * content needs no intent there.
 *
 * The client's own wish to update the sequence comes before it hands the event over and is ignored: the sequence
 * moves with the stored event only. Its callbacks are answered synchronously while events flow, since a promise
 * would let dispatches overtake each other.
 */
export function openGateway(deps: GatewayDependencies): Gateway {
  const { botToken, rest, memory, onSession, logger, onFatal } = deps;
  const leaving = new AbortController();
  const verdict = createSessionVerdict();
  let connecting = true;
  let connected = false;
  let attempts = 0;

  /** Before every connection: back off, and let what was received be stored so that it is not asked for again. */
  async function sessionToResume(): Promise<SessionInfo | null> {
    try {
      if (attempts > 0) {
        const delayMs = backOff(attempts, { baseMs: 500, maxMs: 30_000 });
        await sleep(delayMs, undefined, { signal: leaving.signal });
      }
      attempts += 1;
      await memory.flush();
    } catch {
      // Leaving: the client gets no answer and so opens no connection.
      return new Promise(() => {});
    }
    return memory.committedSession();
  }

  const manager = new WebSocketManager({
    token: botToken,
    intents: GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages,
    rest,
    shardCount: 1,
    shardIds: [0],
    retrieveSessionInfo: () => (connecting ? sessionToResume() : memory.committedSession()),
    updateSessionInfo: (_shardId, session) => {
      if (leaving.signal.aborted) return;
      if (session === null) {
        if (!verdict.isOver()) return logger.info('the connection failed, the session is kept');
        onSession?.({ kind: 'ended' });
        memory.keepSession(null);
      } else if (session.sessionId !== memory.committedSession()?.sessionId) memory.keepSession(session);
    },
  });

  manager.on(WebSocketShardEvents.Hello, () => {
    verdict.hello();
    connecting = false;
  });
  manager.on(WebSocketShardEvents.Closed, (code) => {
    verdict.closed(code);
    connecting = true;
    connected = false;
    if (leaving.signal.aborted) return;
    onSession?.({ kind: 'closed', code });
    logger.warn({ closeCode: code }, 'the gateway connection closed');
    const reason = fatalCloseCodes.get(code);
    if (reason) onFatal(new Error(`Discord refuses this bot (close code ${code}): ${reason}`));
  });
  manager.on(WebSocketShardEvents.SocketError, (error) => logger.warn({ err: error }, 'the gateway socket broke'));
  manager.on(WebSocketShardEvents.Error, (error) =>
    logger.error({ err: error }, 'the gateway client reports an error'),
  );
  manager.on(WebSocketShardEvents.Debug, (message) => logger.trace({ message }, 'gateway'));
  manager.on(WebSocketShardEvents.Dispatch, (payload) => {
    if (leaving.signal.aborted) return;
    // The client's event `resumed` comes before the replay is through; this dispatch comes after it.
    if (payload.t === GatewayDispatchEvents.Ready || payload.t === GatewayDispatchEvents.Resumed) {
      connected = true;
      attempts = 0;
      onSession?.({ kind: payload.t === GatewayDispatchEvents.Ready ? 'connected' : 'resumed' });
      logger.info({ event: payload.t }, 'connected to the Discord gateway');
    }
    memory.keepDispatch(payload);
  });

  keepTrying(() => manager.connect(), { what: 'connect to the Discord gateway', logger, signal: leaving.signal }).catch(
    (error: unknown) => {
      if (!leaving.signal.aborted) onFatal(error instanceof Error ? error : new Error(String(error)));
    },
  );

  return {
    isConnected: () => connected,
    async leave() {
      leaving.abort();
      connected = false;
      const closed = Promise.resolve(manager.destroy({ code: resumableCloseCode, reason: 'The worker stops' }));
      // A peer that is gone never answers the close; the session does not depend on it.
      await Promise.race([closed, sleep(2_000, undefined, { ref: false })]);
    },
  };
}
