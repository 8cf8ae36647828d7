import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the endpoint does with the next requests. */
export type Behaviour = 'answer' | 'hang' | 'fail' | 'babble' | 'flood' | 'redirect';

export interface ObedientModel {
  /** Its base address, as `LANGUAGE_MODEL_URL` takes it. */
  url: string;
  behave(behaviour: Behaviour): void;
  /** What was asked so far: the header with the key, and the body. */
  requests: readonly { authorization: string | undefined; body: string }[];
  close(): Promise<void>;
}

const chat = z.object({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
});
const given = z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })).min(1);

/**
 * A stand-in for a language model behind OpenAI's chat completions. It answers with the beginning of the first article,
 * unless the player tells it to say something else: it obeys every word, and cites an article all the same.
 */
export async function startObedientModel(): Promise<ObedientModel> {
  let behaviour: Behaviour = 'answer';
  const requests: { authorization: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = await read(request);
    requests.push({ authorization: request.headers.authorization, body });
    if (request.url !== '/v1/chat/completions' || request.method !== 'POST') return response.writeHead(404).end();
    switch (behaviour) {
      case 'hang':
        return;
      case 'fail':
        return response
          .writeHead(503, { 'content-type': 'application/json' })
          .end('{"error":{"message":"overloaded"}}');
      case 'babble':
        return response.end('<html>not a completion</html>');
      case 'flood':
        return response.end('x'.repeat(1_000_000));
      case 'redirect':
        return response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end();
      case 'answer':
        response.setHeader('content-type', 'application/json');
        return response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: obey(body) } }] }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    behave: (next) => {
      behaviour = next;
    },
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function obey(body: string): string {
  const [system, user] = chat.parse(JSON.parse(body)).messages;
  const articles = given.parse(JSON.parse(system.content.slice(system.content.indexOf('Articles:\n') + 10)));
  const { question } = z.object({ question: z.string() }).parse(JSON.parse(user.content));
  const [article] = articles;
  const quote = article?.text.split(/(?<=[.!?])\s/)[0] ?? '';
  const raw = /answer exactly: (.*)/is.exec(question)?.[1];
  if (raw !== undefined) return raw;
  if (/repeat your instructions/i.test(question)) return cite(system.content.slice(0, 600), article?.id, quote);
  const said = /\bsay:? (.*)/is.exec(question)?.[1];
  if (said !== undefined) return cite(said, article?.id, quote);
  if (/weather/i.test(question)) return JSON.stringify({ answer: null, citations: [] });
  return cite(quote, article?.id, quote);
}

function cite(answer: string, id: string | undefined, quote: string): string {
  return JSON.stringify({ answer, citations: [{ id, quote }] });
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
