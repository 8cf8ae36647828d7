import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** How many dispatches are kept for a resume; an older sequence gets an invalid session, as on Discord after a long gap. */
const keptDispatches = 50_000;

/** A bot's session: it outlives its connection, numbers what it dispatches and keeps it for a resume. */
export class GatewaySession {
  #sequence = 0;
  /** Frames with the sequences up to `#sequence`, the newest last. */
  #frames: string[] = [];
  #socket: WebSocket | undefined;

  constructor(
    readonly id: string,
    readonly intents: number,
  ) {}

  get sequence(): number {
    return this.#sequence;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  /** Sends the event now, or keeps it until the session is resumed. `data` is JSON text, written once for all sessions. */
  dispatch(name: string, data: string): void {
    this.#sequence += 1;
    const frame = `{"t":${JSON.stringify(name)},"s":${this.#sequence},"op":${GatewayOpcodes.Dispatch},"d":${data}}`;
    this.#frames.push(frame);
    if (this.#frames.length > 2 * keptDispatches) this.#frames = this.#frames.slice(-keptDispatches);
    if (this.#socket?.readyState === this.#socket?.OPEN) this.#socket?.send(frame);
  }

  attach(socket: WebSocket): void {
    const previous = this.#socket;
    this.#socket = socket;
    if (previous && previous !== socket) previous.terminate();
  }

  /** Does nothing when the session has moved to another connection meanwhile. */
  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  canReplayFrom(sequence: number): boolean {
    return this.#sequence - sequence <= this.#frames.length;
  }

  /** Sends everything after the sequence, then RESUMED. */
  replayFrom(sequence: number): void {
    const missed = this.#sequence - sequence;
    if (missed > 0) for (const frame of this.#frames.slice(-missed)) this.#socket?.send(frame);
    this.dispatch('RESUMED', '{"_trace":[]}');
  }
}
