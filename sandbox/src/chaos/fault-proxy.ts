import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Moment } from './crash-points';
import type { Faults } from './faults';

export interface FaultProxyOptions {
  /** Where the emulators are. */
  target: string;
  faults: Faults;
  /** Told of each moment; true when the worker was killed at it, and the request goes no further. */
  crashAt: (moment: Moment) => boolean;
}

export interface FaultProxy {
  address: string;
  close(): Promise<void>;
}

/** Stands between one worker and the APIs of Twilio and Discord, and breaks what the faults say. */
export async function startFaultProxy({ target, faults, crashAt }: FaultProxyOptions): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(target);

  async function handle(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/' } = incoming;
    const [plainPath = ''] = path.split('?');
    const cut = () => void incoming.socket.destroy();
    if (crashAt({ at: 'request', method, path: plainPath })) return cut();
    const fault = isExempt(plainPath) ? 'none' : faults.ofRequest();
    if (fault === 'throttled') return throttle(answer, plainPath);
    if (fault === 'server-error') {
      answer.writeHead(503, { 'content-type': 'application/json' }).end('{"message":"unavailable"}');
      return;
    }
    const outgoing = request({ hostname, port, method, path, headers: incoming.headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (crashAt({ at: 'answer', method, path: plainPath })) return cut();
        if (fault === 'answer-dropped') return cut();
        answer.writeHead(response.statusCode ?? 502, response.headers).end(Buffer.concat(parts));
      });
      response.on('error', cut);
    });
    outgoing.on('error', cut);
    outgoing.end(Buffer.concat(chunks));
  }

  const server = createServer((incoming, answer) => {
    handle(incoming, answer).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Interactions can be answered for 3 s only, so a broken first answer is lost on the real service too. */
const isExempt = (path: string) => path.includes('/interactions/') || path.endsWith('/gateway/bot');

function throttle(answer: ServerResponse, path: string): void {
  const body = path.startsWith('/discord')
    ? { message: 'You are being rate limited.', retry_after: 0.5, global: true }
    : { code: 20429, message: 'Too Many Requests', status: 429 };
  answer
    .writeHead(429, {
      'content-type': 'application/json',
      'retry-after': '1',
      ...(path.startsWith('/discord') && { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }),
    })
    .end(JSON.stringify(body));
}
