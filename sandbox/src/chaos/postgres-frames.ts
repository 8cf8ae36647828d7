/** A message of Postgres' protocol. https://www.postgresql.org/docs/current/protocol-message-formats.html */
export interface PostgresFrame {
  /** One letter; empty for the first message of a connection, which has no type. */
  type: string;
  /** All of it, header included. */
  bytes: Buffer;
  /** What follows the header. */
  body: Buffer;
}

/** Takes a stream of bytes apart. `startsBare`: the first message has no type, as a client's. */
export function createFrameReader({ startsBare }: { startsBare: boolean }): (chunk: Buffer) => PostgresFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  let bare = startsBare;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: PostgresFrame[] = [];
    for (;;) {
      const typeLength = bare ? 0 : 1;
      if (rest.length < typeLength + 4) return frames;
      const length = typeLength + rest.readUInt32BE(typeLength);
      if (rest.length < length) return frames;
      const bytes = rest.subarray(0, length);
      frames.push({ type: bytes.toString('latin1', 0, typeLength), bytes, body: bytes.subarray(typeLength + 4) });
      rest = rest.subarray(length);
      bare = false;
    }
  };
}

/** The texts that end with a zero byte at the start of a body. */
export function readTexts(body: Buffer, count: number): string[] {
  const texts: string[] = [];
  for (let from = 0; texts.length < count; ) {
    const end = body.indexOf(0, from);
    if (end < 0) break;
    texts.push(body.toString('utf8', from, end));
    from = end + 1;
  }
  return texts;
}

/** What a server answers when a statement fails, and that it waits for the next one. */
export function errorAnswer(code: string, message: string, status: 'I' | 'E'): Buffer {
  const fields = Buffer.from(`SERROR\0VERROR\0C${code}\0M${message}\0\0`);
  const header = Buffer.alloc(5);
  header.write('E');
  header.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([header, fields, Buffer.from([0x5a, 0, 0, 0, 5]), Buffer.from(status)]);
}

/** A statement in one message, without values. */
export function simpleQuery(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const header = Buffer.alloc(5);
  header.write('Q');
  header.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
