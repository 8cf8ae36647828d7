import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import type { ClientConnection } from './client-connection';
import { type ClientAnswer, type ClientRequest, readClientRequest } from './client-request';
import { decodePacket, isObject, type Packet, PacketError } from './packet';

export interface ConnectionDependencies {
  connection: ClientConnection;
  /** Takes the token of `init` or `update`; false refuses it. */
  identify: (connection: ClientConnection, token: string) => boolean;
  answer: (request: ClientRequest) => ClientAnswer;
  /** Names the state's life since its last reset. */
  generation: () => string;
  recordUnknownMethod: (method: string) => void;
  logger: Logger;
}

const ok = { code: 200, status: 'OK' };
const badRequest = { code: 400, status: 'BAD REQUEST' };
/** 20101: invalid access token. The client gives up on it and says so. */
const unauthorized = { code: 401, status: 'UNAUTHORIZED', errorCode: 20101 };

/** Methods that want no more than an acknowledgement: telemetry, keep-alive, and who listens to which notifications. */
const acknowledged = ['telemetry.v1', 'ping', 'put_notification_ctx', 'delete_notification_ctx'];

/** Speaks Twilsock on one socket: `init` first, then `message` for every request. Read from the `twilsock` package. */
export function serveConnection(socket: WebSocket, dependencies: ConnectionDependencies): void {
  const { logger } = dependencies;
  socket.on('error', (error) => logger.debug({ err: error }, 'a client connection broke'));
  socket.on('message', (data) => {
    try {
      receive(decodePacket(bytesOf(data)), dependencies);
    } catch (error) {
      if (error instanceof PacketError) {
        socket.close(1002, error.message);
        return;
      }
      logger.error({ err: error }, 'the emulated Twilsock failed');
      socket.close(1011);
    }
  });
}

function receive(packet: Packet, dependencies: ConnectionDependencies): void {
  const { connection } = dependencies;
  const { id, method, token } = packet.header;
  const reply = (status: object, more: object = {}, payload?: unknown) =>
    connection.send({ id, method: 'reply', status, ...more }, payload);

  if (method === 'reply') return;
  if (method === 'close') {
    connection.close(1000);
  } else if (method === 'init' || method === 'update') {
    if (typeof token !== 'string' || !dependencies.identify(connection, token)) reply(unauthorized);
    else reply(ok, method === 'init' ? initReply(packet, dependencies.generation()) : {});
  } else if (connection.identity === undefined) {
    reply(unauthorized);
  } else if (method === 'message') {
    const request = readClientRequest(packet, connection, connection.identity);
    if (!request) {
      reply(badRequest);
      return;
    }
    const { status, body, afterwards } = dependencies.answer(request);
    const phrase = status < 300 ? 'OK' : 'ERROR';
    reply(ok, { http_status: { code: status, status: phrase }, http_headers: {} }, body);
    afterwards?.();
  } else if (acknowledged.includes(String(method))) {
    reply(ok);
  } else {
    dependencies.recordUnknownMethod(String(method));
    reply(badRequest);
  }
}

/**
 * The reply to `init`. The storage id is where a browser keeps what it knows between loads; another one after a reset
 * makes it forget.
 */
function initReply({ header }: Packet, generation: string): Record<string, unknown> {
  const registrations = Array.isArray(header.registrations) ? header.registrations.filter(isObject) : [];
  const products = registrations.map(({ product }) => String(product));
  return {
    continuation_token: `sandbox-${generation}`,
    continuation_token_status: { reissued: true, reissue_reason: 'MISSING' },
    capabilities: header.capabilities,
    offline_storage: Object.fromEntries(
      products.map((product) => [product, { storage_id: `${product}-${generation}` }]),
    ),
    init_registrations: registrations.map(({ product, type }) => ({ product, type, status: ok })),
  };
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
