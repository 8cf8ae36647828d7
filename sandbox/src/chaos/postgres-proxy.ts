import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Moment } from './crash-points';
import { createFrameReader, errorAnswer, type PostgresFrame, readTexts, simpleQuery } from './postgres-frames';

export interface PostgresProxyOptions {
  /** Port of the database. */
  port: number;
  /** Told of each moment; true when the worker was killed at it, and nothing goes any further. */
  crashAt?: (moment: Moment) => boolean;
}

/** What is wrong with the database, for as long as it is. */
export interface DatabaseTrouble {
  /** Milliseconds that each commit takes longer. */
  slowCommitMs?: number;
  /** Nothing can be written: `on-write` refuses each statement that writes, `on-commit` only the commit. */
  diskFull?: 'on-write' | 'on-commit';
}

export interface PostgresProxy {
  port: number;
  trouble: DatabaseTrouble;
  /** Cuts every connection, as a restart of the server does. */
  cutAll(): void;
  close(): Promise<void>;
}

/** How much of what a transaction says is kept to recognise it by. */
const keptText = 20_000;
const writes = /\b(insert\s+into|update|delete\s+from)\b/i;
/** Messages after which a client waits for the answer. */
const endsBatch = new Set(['', 'Q', 'S', 'X', 'F', 'p', 'H', 'd', 'c', 'f']);

/** Stands between one worker and Postgres: sees its commits, asked for or implied, and makes the database ill. */
export async function startPostgresProxy({
  port,
  crashAt = () => false,
}: PostgresProxyOptions): Promise<PostgresProxy> {
  const sockets = new Set<Socket>();
  const proxy: Pick<PostgresProxy, 'trouble'> = { trouble: {} };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const server = createServer((client) => {
    const database = connect(port, '127.0.0.1');
    keep(client);
    keep(database);
    serve(client, database, { crashAt, trouble: () => proxy.trouble });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    cutAll,
    close: () =>
      new Promise<void>((resolve) => {
        cutAll();
        server.close(() => resolve());
      }),
  });
}

interface ConnectionOptions {
  crashAt: (moment: Moment) => boolean;
  trouble: () => DatabaseTrouble;
}

function serve(client: Socket, database: Socket, { crashAt, trouble }: ConnectionOptions): void {
  const prepared = new Map<string, string>();
  /** As the server last said: `I` outside of a transaction, `T` in one, `E` in one that failed. */
  let status = 'I';
  let statements = '';
  let committing = false;
  /** The server's answer to what only this proxy asked is kept from the client. */
  let withheld: Buffer | undefined;
  let batch: PostgresFrame[] = [];
  const cut = () => {
    client.destroy();
    database.destroy();
  };

  function textOf({ type, body }: PostgresFrame): string {
    if (type === 'Q') return readTexts(body, 1)[0] ?? '';
    const [first = '', second = ''] = readTexts(body, 2);
    if (type === 'P') prepared.set(first, second);
    if (type === 'B') return prepared.get(second) ?? '';
    return '';
  }

  async function forward(frames: PostgresFrame[]): Promise<void> {
    const text = frames.map(textOf).join(' ').trim();
    const isCommit = /^commit\b/i.test(text);
    const isWrite = writes.test(text);
    statements = `${statements} ${text}`.slice(-keptText);
    if (isCommit || (isWrite && status === 'I')) {
      const { slowCommitMs } = trouble();
      if (slowCommitMs !== undefined) await wait(slowCommitMs);
      if (crashAt({ at: 'commit', statements })) return cut();
      committing = true;
    }
    const { diskFull } = trouble();
    const noSpace = 'could not extend file: No space left on device';
    if (diskFull !== undefined && isCommit) {
      committing = false;
      withheld = errorAnswer('53100', noSpace, 'I');
      database.write(simpleQuery('rollback'));
      return;
    }
    if (diskFull !== undefined && isWrite && (diskFull === 'on-write' || status === 'I')) {
      committing = false;
      client.write(errorAnswer('53100', noSpace, status === 'I' ? 'I' : 'E'));
      return;
    }
    database.write(Buffer.concat(frames.map(({ bytes }) => bytes)));
  }

  const readClient = createFrameReader({ startsBare: true });
  let forwarding = Promise.resolve();
  client.on('data', (chunk: Buffer) => {
    for (const frame of readClient(chunk)) {
      batch.push(frame);
      if (!endsBatch.has(frame.type)) continue;
      const frames = batch;
      batch = [];
      forwarding = forwarding.then(() => forward(frames));
    }
  });

  const readDatabase = createFrameReader({ startsBare: false });
  database.on('data', (chunk: Buffer) => {
    const isAnswered = readDatabase(chunk).reduce((answered, { type, body }) => {
      if (type !== 'Z') return answered;
      status = body.toString('latin1', 0, 1);
      return true;
    }, false);
    if (withheld !== undefined) {
      if (!isAnswered) return;
      client.write(withheld);
      withheld = undefined;
      statements = '';
      return;
    }
    if (isAnswered && committing) {
      committing = false;
      if (crashAt({ at: 'committed', statements })) return cut();
    }
    if (isAnswered && status === 'I') statements = '';
    client.write(chunk);
  });
  client.on('close', cut);
  database.on('close', cut);
}
