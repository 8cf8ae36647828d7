/** A Twilsock message: a JSON header and, mostly, a JSON payload. */
export interface Packet {
  header: Record<string, unknown>;
  payload: string;
}

export class PacketError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PacketError';
  }
}

const lineEnd = '\r\n';
const magic = /^TWILSOCK V3\.0 (\d{1,9})$/;

/**
 * `TWILSOCK V3.0 <header bytes>`, the header, the payload, each behind a line end. The header names the payload's size.
 * Read from the parser of the `twilsock` package.
 */
export function encodePacket(header: Record<string, unknown>, payload?: unknown): Buffer {
  const body = payload === undefined ? '' : JSON.stringify(payload);
  const text = JSON.stringify({
    ...header,
    payload_size: Buffer.byteLength(body),
    ...(body !== '' && { payload_type: 'application/json' }),
  });
  return Buffer.from(`TWILSOCK V3.0 ${Buffer.byteLength(text)}${lineEnd}${text}${lineEnd}${body}`);
}

/** @throws PacketError for bytes that are no packet of version 3. */
export function decodePacket(bytes: Buffer): Packet {
  const firstLineEnd = bytes.indexOf(lineEnd);
  const size = magic.exec(bytes.subarray(0, Math.max(firstLineEnd, 0)).toString('latin1'))?.[1];
  if (size === undefined) throw new PacketError('not a packet of Twilsock V3.0');
  const headerStart = firstLineEnd + lineEnd.length;
  const headerEnd = headerStart + Number(size);
  const header = parseObject(bytes.subarray(headerStart, headerEnd).toString('utf8'));
  const payloadStart = headerEnd + lineEnd.length;
  const payloadSize = typeof header.payload_size === 'number' ? header.payload_size : 0;
  return { header, payload: bytes.subarray(payloadStart, payloadStart + payloadSize).toString('utf8') };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below, like any other header that is not an object.
  }
  throw new PacketError('the header is not a JSON object');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
