import type { ClientConnection } from './client-connection';
import { isObject, type Packet } from './packet';

/** An HTTP request that a client sends through its Twilsock connection. */
export interface ClientRequest {
  connection: ClientConnection;
  identity: string;
  /** The product that the client is: of one token each sees its own objects only. */
  product: string | undefined;
  method: string;
  host: string;
  /** Not decoded: a segment may hold an encoded slash. */
  path: string;
  query: ReadonlyMap<string, string>;
  /** The payload: a JSON object, else empty. */
  json: Readonly<Record<string, unknown>>;
  /** The payload as it came. */
  text: string;
}

export interface ClientAnswer {
  status: number;
  body?: unknown;
  /** Runs once the answer is on its way: what it sends arrives after the answer. */
  afterwards?: () => void;
}

/** Reads the request out of a packet; undefined if it names no host and path. */
export function readClientRequest(
  packet: Packet,
  connection: ClientConnection,
  identity: string,
): ClientRequest | undefined {
  const { http_request: request, active_grant: product } = packet.header;
  if (!isObject(request)) return undefined;
  const { method, host, path, params } = request;
  if (typeof method !== 'string' || typeof host !== 'string' || typeof path !== 'string') return undefined;
  return {
    connection,
    identity,
    product: typeof product === 'string' ? product : undefined,
    method: method.toUpperCase(),
    host,
    path,
    query: readQuery(params),
    json: readJson(packet.payload),
    text: packet.payload,
  };
}

/** The client cuts its URL at `&` and `=` and leaves the rest encoded. */
function readQuery(params: unknown): Map<string, string> {
  const query = new Map<string, string>();
  if (!isObject(params)) return query;
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string') query.set(decodeURIComponent(name), decodeURIComponent(value));
  }
  return query;
}

function readJson(payload: string): Record<string, unknown> {
  if (!payload.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(payload);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
