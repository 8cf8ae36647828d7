import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { TestCertificate } from './create-test-certificate';

export interface TwilioProxy {
  /** `http://127.0.0.1:PORT`, for HTTP_PROXY and HTTPS_PROXY. */
  address: string;
  /** Hosts that a tool wanted beside Twilio's. None was reached. */
  refusedHosts(): readonly string[];
  close(): Promise<void>;
}

export interface TwilioProxyOptions {
  certificate: TestCertificate;
  /** The emulator: its routes are below `/__twilio/<host>`. */
  app: FastifyInstance;
}

const twilioHost = /^[a-z0-9.-]+\.twilio\.com$/;

/**
 * An HTTP proxy behind which every host of twilio.com is the emulator, for tools that are not ours to preload a file
 * into: they honour HTTPS_PROXY. Nothing else can be reached through it.
 */
export async function startTwilioProxy({ certificate, app }: TwilioProxyOptions): Promise<TwilioProxy> {
  const refused = new Set<string>();
  const open = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  const secure = createTlsServer({ key: certificate.key, cert: certificate.certificate }, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:443$/, '').toLowerCase();
    if (!twilioHost.test(host)) return void response.writeHead(421).end();
    request.url = `/__twilio/${host}${request.url}`;
    app.server.emit('request', request, response);
  });
  const proxy = createServer((request, response) => {
    refused.add(new URL(request.url ?? '/', 'http://no-host').host);
    response.writeHead(403).end('Only hosts of twilio.com, and only over TLS.');
  });
  proxy.on('connect', (request, socket: Duplex, head: Buffer) => {
    keep(socket);
    const [host = '', port] = (request.url ?? '').toLowerCase().split(':');
    if (port !== '443' || !twilioHost.test(host)) {
      refused.add(host);
      return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    secure.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    refusedHosts: () => [...refused],
    close: () => closeServer(proxy, open),
  };
}

async function closeServer(server: Server, open: ReadonlySet<Duplex>): Promise<void> {
  for (const socket of open) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
