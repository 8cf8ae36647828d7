import { randomBytes } from 'node:crypto';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Scheduled } from '../../clock';
import type { DiscordState } from '../state/discord-state';
import type { DiscordEvent } from '../state/events';
import { dispatchOf } from './dispatch-of';
import { countSent } from './opcodes';
import { GatewaySession } from './session';

/** "A few minutes" in which a session without a connection can be resumed, in milliseconds. */
export const resumableMs = 5 * 60_000;

/** The sessions of all connected bots, and of those that may come back. */
export class GatewaySessions {
  readonly #sessions = new Map<string, GatewaySession>();
  /** Calls off the end of a session that has lost its connection. */
  readonly #endings = new Map<string, Scheduled>();

  constructor(readonly state: DiscordState) {}

  all(): Iterable<GatewaySession> {
    return this.#sessions.values();
  }

  find(id: string): GatewaySession | undefined {
    return this.#sessions.get(id);
  }

  open(intents: number, socket: WebSocket): GatewaySession {
    const session = new GatewaySession(randomBytes(16).toString('hex'), intents);
    this.#sessions.set(session.id, session);
    session.attach(socket);
    return session;
  }

  /** Moves a session to a new connection. */
  continue(session: GatewaySession, socket: WebSocket): void {
    this.#endings.get(session.id)?.cancel();
    this.#endings.delete(session.id);
    session.attach(socket);
  }

  /** The connection is gone: the session ends in a few minutes if nobody resumes it. */
  suspend(session: GatewaySession, socket: WebSocket): void {
    if (session.socket !== socket) return;
    session.detach(socket);
    this.#endings.set(
      session.id,
      this.state.clock.schedule(resumableMs, () => this.end(session)),
    );
  }

  end(session: GatewaySession): void {
    this.#endings.get(session.id)?.cancel();
    this.#endings.delete(session.id);
    this.#sessions.delete(session.id);
  }

  endAll(): void {
    for (const session of [...this.all()]) this.end(session);
  }

  /** Dispatches to every session that has the intent. Sessions with the same view share the JSON. */
  tell(event: DiscordEvent): void {
    if (this.#sessions.size === 0) return;
    const dispatch = dispatchOf(this.state, event);
    if (!dispatch) return;
    const texts = new Map<number, string>();
    for (const session of this.all()) {
      if (dispatch.intents !== 0 && (session.intents & dispatch.intents) === 0) continue;
      const text = texts.get(session.intents) ?? JSON.stringify(dispatch.data(session.intents));
      texts.set(session.intents, text);
      session.dispatch(dispatch.name, text);
      countSent(this.state.routes, GatewayOpcodes.Dispatch);
    }
  }
}
