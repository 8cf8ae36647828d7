import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { isReady } from '../processes/start-worker';
import { type Faults, punctual } from './faults';
import type { WorkerPair } from './worker-pair';

export interface WebhookBalancer {
  address: string;
  /** From now on webhooks go to these workers. */
  serve(pair: WorkerPair): void;
  close(): Promise<void>;
}

/** How often readiness is looked at, in milliseconds: between two looks webhooks go to where they went before. */
const lookEveryMs = 1_000;

/**
 * What stands in front of the two workers in production: sends to the one that is ready, as load balancers do, a
 * look late. What the faults say happens to webhooks on their way.
 */
export async function startWebhookBalancer(faults: Faults): Promise<WebhookBalancer> {
  let pair: WorkerPair | undefined;
  let current = 0;
  const look = setInterval(() => {
    pair?.workers().forEach((worker, place) => {
      void isReady(worker.port).then((ready) => {
        if (ready) current = place;
      });
    });
  }, lookEveryMs);

  async function forward(incoming: IncomingMessage, body: Buffer, isMisrouted: boolean): Promise<number> {
    const worker = pair?.workers()[isMisrouted ? 1 - current : current];
    if (!worker || pair?.crashAt(worker.name, { at: 'webhook' })) return 502;
    const headers = Object.fromEntries(
      ['content-type', 'x-twilio-signature'].map((name) => [name, String(incoming.headers[name] ?? '')]),
    );
    const answer = await fetch(`http://127.0.0.1:${worker.port}${incoming.url}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(5_000),
    });
    pair?.crashAt(worker.name, { at: 'webhook-answer' });
    return answer.status;
  }

  async function handle(incoming: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isEvent = incoming.url?.includes('/events') ?? false;
    const deliveries = isEvent ? [punctual] : faults.ofWebhook();
    const outcomes = await Promise.all(
      deliveries.map(async ({ delayMs, isMisrouted }) => {
        await wait(delayMs);
        return forward(incoming, body, isMisrouted).catch(() => 502);
      }),
    );
    return outcomes[0] ?? 204;
  }

  const server = createServer((incoming, answer) => {
    void handle(incoming).then((status) => answer.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(served) {
      pair = served;
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(look);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
