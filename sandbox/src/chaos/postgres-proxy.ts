import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Moment } from './crash-points';
import { createFrameReader, errorAnswer, type PostgresFrame, readTexts, simpleQuery } from './postgres-frames';
import { createTransactionReader } from './transaction-reader';

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

/**
 * What the client waits for, in the order in which it asked: clients pipeline, so several may be on their way. `instead`
 * is what it is told in place of the server's answer, or without the server having been asked.
 */
interface Expected {
  kind: 'answer' | 'commit' | 'replaced' | 'refused';
  /** Of a commit: what it commits. */
  statements: string;
  instead?: Buffer;
}

function serve(client: Socket, database: Socket, { crashAt, trouble }: ConnectionOptions): void {
  const transaction = createTransactionReader();
  const expected: Expected[] = [];
  /** The answer to a commit, until it is whole. */
  let committed: Buffer[] = [];
  let batch: PostgresFrame[] = [];
  const cut = () => {
    client.destroy();
    database.destroy();
  };

  async function forward(frames: PostgresFrame[]): Promise<void> {
    const asked = transaction.read(frames);
    const { statements } = asked;
    if (asked.commits) {
      const { slowCommitMs } = trouble();
      if (slowCommitMs !== undefined) await wait(slowCommitMs);
      if (crashAt({ at: 'commit', statements })) return cut();
    }
    const { diskFull } = trouble();
    const isFull = diskFull === 'on-write' || (diskFull === 'on-commit' && asked.commits);
    if (asked.isCommit && (diskFull !== undefined || asked.hasFailed)) {
      database.write(simpleQuery('rollback'));
      expected.push({ kind: 'replaced', statements, instead: noSpace('I') });
    } else if (asked.writes && (isFull || asked.hasFailed)) {
      transaction.fail();
      expected.push({ kind: 'refused', statements, instead: noSpace(asked.isInTransaction ? 'E' : 'I') });
      tellRefused();
    } else {
      if (isAnswered(frames)) expected.push({ kind: asked.commits ? 'commit' : 'answer', statements });
      database.write(Buffer.concat(frames.map(({ bytes }) => bytes)));
    }
  }

  /** What the server was never asked is answered when all before it is. */
  function tellRefused(): void {
    while (expected[0]?.kind === 'refused') client.write(expected.shift()?.instead ?? '');
  }

  function answer({ type, bytes, body }: PostgresFrame): void {
    const [first] = expected;
    if (first === undefined || first.kind === 'answer' || isUnasked(type)) client.write(bytes);
    else if (first.kind === 'commit') committed.push(bytes);
    if (first?.kind === 'commit' && hasNotCommitted(type, body)) {
      first.kind = 'answer';
      flushCommitted();
    }
    if (type !== 'Z' || first === undefined) return;
    if (first.kind === 'commit' && crashAt({ at: 'committed', statements: first.statements })) {
      cut();
      return;
    }
    flushCommitted();
    if (first.kind === 'replaced') client.write(first.instead ?? '');
    expected.shift();
    tellRefused();
  }

  function flushCommitted(): void {
    if (committed.length > 0) client.write(Buffer.concat(committed));
    committed = [];
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
    client.cork();
    for (const frame of readDatabase(chunk)) if (!client.destroyed) answer(frame);
    client.uncork();
  });
  client.on('close', cut);
  database.on('close', cut);
}

/** A start of a connection, a simple query and a sync are answered with "ready for query". */
function isAnswered(frames: readonly PostgresFrame[]): boolean {
  return frames.some(({ type }) => type === '' || type === 'Q' || type === 'S');
}

/** A write that failed, or the commit of a transaction in which something failed. */
function hasNotCommitted(type: string, body: Buffer): boolean {
  return type === 'E' || (type === 'C' && /^rollback\b/i.test(readTexts(body, 1)[0] ?? ''));
}

/** Notices, settings and notifications come at any time. */
function isUnasked(type: string): boolean {
  return type === 'N' || type === 'S' || type === 'A';
}

function noSpace(status: 'I' | 'E'): Buffer {
  return errorAnswer('53100', 'could not extend file: No space left on device', status);
}
