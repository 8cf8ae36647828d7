import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { DiscordState } from '../state/discord-state';

/** Where the CDN's host is reached in the sandbox: what `DISCORD_CDN_URL` names. */
export const cdnPrefix = '/discord/cdn';

const route = '/attachments/:channelId/:attachmentId/:filename';
const service = 'Discord CDN';
const chunk = Buffer.alloc(64 * 1_024);

/** cdn.discordapp.com: the files of messages, to everybody who has an address that is still good. */
export async function registerCdn(app: FastifyInstance, { state }: { state: DiscordState }): Promise<void> {
  const counted = `GET ${route}`;
  state.routes.declare({ service, route: counted, contract: 'Discord’s reference, "Signed Attachment CDN URLs"' });
  app.get(route, (request, reply) => {
    state.routes.hit(service, counted);
    const url = new URL(request.url.slice(cdnPrefix.length), 'https://cdn.discordapp.com');
    const file = state.attachments.at(url.pathname, url.searchParams);
    if (!file) return reply.code(404).type('text/plain').send('This content is no longer available.');
    return reply
      .type(file.contentType)
      .header('content-length', file.size)
      .send(file.content ?? Readable.from(zeros(file.size)));
  });
}

function* zeros(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length));
}
