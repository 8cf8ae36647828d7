import { REST } from '@discordjs/rest';
import { type APIMessage, InteractionResponseType } from 'discord-api-types/v10';

export interface SentMessage {
  channelId: string;
  content?: string;
  nonce: string;
  enforce_nonce: boolean;
  allowed_mentions: unknown;
  embeds?: unknown[];
  /** What it was sent with, as name and content. */
  files?: Record<string, string>;
  components?: unknown[];
}

interface Refusal {
  /** Matched against "METHOD /path". */
  on: RegExp;
  status: number;
  code: number;
}

async function readBody(body: unknown): Promise<Record<string, unknown>> {
  if (!(body instanceof FormData)) return JSON.parse(String(body ?? '{}'));
  const files: Record<string, string> = {};
  for (const part of body.values()) if (typeof part !== 'string') files[part.name] = await part.text();
  return { ...JSON.parse(String(body.get('payload_json'))), files };
}

/** The official REST client on a Discord in memory: DM channels, messages with enforced nonces, interactions. */
export function createDiscordDouble() {
  const history: APIMessage[] = [];
  const messages: SentMessage[] = [];
  const answers: { token: string; content: string }[] = [];
  const answerBodies: Record<string, unknown>[] = [];
  const forms: Record<string, unknown>[] = [];
  let openAnswers = 0;
  const acknowledgements: number[] = [];
  const requests: string[] = [];
  const refusals: Refusal[] = [];
  const lost: RegExp[] = [];
  const ids = new Map<string, string>();
  let created = 0;
  let remembersNonces = true;

  const newestFirst = (channel: string) =>
    messages
      .filter(({ channelId }) => channelId === channel)
      .map((message) => ({ id: ids.get(message.nonce), author: { bot: true }, embeds: message.embeds ?? [] }))
      .reverse();

  function answer(method: string, path: string, query: URLSearchParams, body: Record<string, unknown>): unknown {
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
    // A test writes the history of a DM; of a server's channel there is what the bot has posted.
    const hasHistory = history.some(({ channel_id }) => channel_id === channel);
    if (channel && method === 'GET' && !hasHistory) return newestFirst(channel);
    if (channel && method === 'GET') {
      const after = BigInt(query.get('after') ?? '0');
      const found = history.filter(({ id, channel_id }) => channel_id === channel && BigInt(id) > after);
      return found.slice(0, Number(query.get('limit'))).reverse();
    }
    if (channel) {
      const message = { channelId: channel, ...body } as unknown as SentMessage;
      const known = ids.get(message.nonce);
      if (known && message.enforce_nonce && remembersNonces) return { id: known };
      messages.push(message);
      created += 1;
      ids.set(message.nonce, `${900_000_000_000_000_000n + BigInt(created)}`);
      return { id: ids.get(message.nonce) };
    }
    const [, one] = /^\/channels\/\d+\/messages\/(\d+)$/.exec(path) ?? [];
    if (one) {
      const written = history.find(({ id }) => id === one);
      if (written && method === 'GET') return written;
      const place = messages.findIndex(({ nonce }) => ids.get(nonce) === one);
      const present = messages[place];
      if (!present) return 'gone';
      if (method === 'PATCH')
        Object.assign(present, { content: body.content, components: body.components, embeds: body.embeds });
      else messages.splice(place, 1);
      return { id: one };
    }
    if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) {
      const flags = (body.data as { flags?: number } | undefined)?.flags ?? 0;
      if (body.type === InteractionResponseType.DeferredChannelMessageWithSource && flags === 0) openAnswers += 1;
      if (body.type === InteractionResponseType.Modal) forms.push(body.data as Record<string, unknown>);
      return acknowledgements.push(Number(body.type));
    }
    if (path === '/users/@me/channels') return { id: `4${String(body.recipient_id).slice(1)}` };
    const token = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(path)?.[1];
    if (token && method === 'PATCH') {
      answerBodies.push(body);
      return answers.push({ token, content: String(body.content) });
    }
    throw new Error(`The double does not know ${method} ${path}`);
  }

  const rest = new REST({
    version: '10',
    retries: 0,
    makeRequest: async (url, init) => {
      const method = init.method ?? 'GET';
      const path = decodeURIComponent(new URL(url).pathname).replace('/api/v10', '');
      requests.push(`${method} ${path}`);
      const place = refusals.findIndex(({ on }) => on.test(`${method} ${path}`));
      const [refusal] = place < 0 ? [] : refusals.splice(place, 1);
      if (refusal) return Response.json({ message: 'no', code: refusal.code }, { status: refusal.status }) as never;
      const result = answer(method, path, new URL(url).searchParams, await readBody(init.body));
      if (result === 'gone') return Response.json({ message: 'no', code: 10_008 }, { status: 404 }) as never;
      const lostPlace = lost.findIndex((on) => on.test(`${method} ${path}`));
      if (lostPlace >= 0) {
        lost.splice(lostPlace, 1);
        throw Object.assign(new Error('aborted'), { name: 'AbortError' });
      }
      return Response.json(result) as never;
    },
  }).setToken('bot-token');

  return {
    rest,
    /** What players wrote, oldest first, as their channels hold it. */
    history,
    messages,
    answers,
    /** The same answers, whole. */
    answerBodies,
    /** Forms that were shown. */
    forms,
    /** How many answers were deferred for everybody to see. */
    get openAnswers() {
      return openAnswers;
    },
    /** Types of the first answers to interactions. */
    acknowledgements,
    requests,
    refuseNext: (refusal: Refusal) => void refusals.push(refusal),
    /** The next such request is carried out, but its answer never comes. */
    loseAnswer: (on: RegExp) => void lost.push(on),
    /** More than "the past few minutes" go by. */
    forgetNonces() {
      remembersNonces = false;
    },
    contents: () => messages.map(({ content }) => content),
  };
}
export type DiscordDouble = ReturnType<typeof createDiscordDouble>;
