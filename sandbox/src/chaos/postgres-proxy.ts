import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Moment } from './crash-points';

export interface PostgresProxyOptions {
  /** Port of the database. */
  port: number;
  /** Told of each moment; true when the worker was killed at it, and nothing goes any further. */
  crashAt: (moment: Moment) => boolean;
}

export interface PostgresProxy {
  port: number;
  /** Cuts every connection, as a restart of the server does. */
  cutAll(): void;
  close(): Promise<void>;
}

/** How much of what a transaction says is kept to recognise it by. */
const keptText = 20_000;
const commit = Buffer.from('commit\0');

/** Stands between one worker and Postgres and sees its commits. */
export async function startPostgresProxy({ port, crashAt }: PostgresProxyOptions): Promise<PostgresProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const server = createServer((client) => {
    const database = connect(port, '127.0.0.1');
    keep(client);
    keep(database);
    let statements = '';
    let committing = false;
    const cut = () => {
      client.destroy();
      database.destroy();
    };
    client.on('data', (chunk) => {
      statements = (statements + chunk.toString('latin1')).slice(-keptText);
      if (chunk.includes(commit)) {
        if (crashAt({ at: 'commit', statements })) return cut();
        committing = true;
      }
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (committing) {
        committing = false;
        if (crashAt({ at: 'committed', statements })) return cut();
        statements = '';
      }
      client.write(chunk);
    });
    client.on('close', cut);
    database.on('close', cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cutAll,
    close: () =>
      new Promise((resolve) => {
        cutAll();
        server.close(() => resolve());
      }),
  };
}
