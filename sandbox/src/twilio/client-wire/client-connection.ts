import type { WebSocket } from 'ws';
import { encodePacket } from './packet';

/** One Twilsock connection: a browser tab of an agent. */
export class ClientConnection {
  /** Set once a token was accepted. */
  identity: string | undefined;
  private nextNotification = 0;

  constructor(private readonly socket: WebSocket) {}

  send(header: Record<string, unknown>, payload?: unknown): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(encodePacket(header, payload));
  }

  /** Pushes a notification. The client confirms each; nothing is sent again. */
  notify(messageType: string, payload: unknown): void {
    this.nextNotification += 1;
    const id = `TM${this.nextNotification.toString(16).padStart(32, '0')}`;
    this.send({ method: 'notification', message_type: messageType, id, notification_ctx_id: 'sandbox' }, payload);
  }

  /** @param code 1000 when the client wanted it, 1012 when it should come back with what it knows. */
  close(code: number): void {
    this.socket.close(code);
  }
}
