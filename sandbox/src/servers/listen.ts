import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  address: string;
  close(): Promise<void>;
}

/** Takes a WebSocket upgrade if the path is one of its own; returns whether it did. */
export interface UpgradeHandler {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

/** Listens on this machine only; port 0 takes a free one. An upgrade that nobody wants is refused. */
export async function listen(
  app: FastifyInstance,
  port: number,
  upgradeHandlers: readonly UpgradeHandler[],
): Promise<RunningServer> {
  const upgraded = new Set<Duplex>();
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    if (!upgradeHandlers.some((handler) => handler.handleUpgrade(request, socket, head))) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    }
  });
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is in use. Choose another one: npm run demo -- --port 3100`, { cause: error });
  }
  return {
    address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of upgraded) socket.destroy();
      await app.close();
    },
  };
}
