import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../src/processes/free-port';

export interface Gate {
  port: number;
  /** As when the service is down: connections break, new ones are refused. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** A way to a port of this machine that a test can shut, as an outage does. */
export async function startGate(target: number): Promise<Gate> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    const upstream = keep(connect(target, '127.0.0.1'));
    keep(client).pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  const open = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await open();
  return {
    port,
    open,
    shut: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
