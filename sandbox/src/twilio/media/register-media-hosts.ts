import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Conversations } from '../conversations/create-conversations';
import { readQuery, requireAccount, serveHost, unauthenticated } from '../rest/serve-host';
import { invalidParameter, notFound, TwilioRestError } from '../rest/twilio-rest-error';
import type { Media } from './media-store';

export interface MediaHostsDependencies {
  conversations: Conversations;
  authToken: string;
  /** Whose token an SDK client shows. */
  identityOfToken: (token: string) => string | undefined;
}

/** https://www.twilio.com/docs/conversations/conversations-limits */
const largestFile = 150 * 1_000_000;

interface OneMedia {
  Params: { service: string; media: string };
}

/**
 * The Media Content Service, which files go through on their way into a conversation, and the host at which they are
 * read. https://www.twilio.com/docs/conversations/api/media-resource ; what SDK clients ask is read from
 * @twilio/mcs-client 0.6.13.
 */
export function registerMediaHosts(app: FastifyInstance, dependencies: MediaHostsDependencies): void {
  const { conversations, authToken, identityOfToken } = dependencies;
  const { accountSid, chatServiceSid, media: store, unhandled } = conversations;

  /** Who asks: an agent with a token, or (null) the account itself. */
  function requireCaller(request: FastifyRequest): string | null {
    const token = request.headers['x-twilio-token'];
    if (typeof token !== 'string') {
      requireAccount(request, { accountSid, authToken });
      return null;
    }
    const identity = identityOfToken(token);
    if (identity === undefined) throw unauthenticated();
    return identity;
  }

  function requireService({ params }: FastifyRequest): void {
    const { service } = params as OneMedia['Params'];
    if (service !== chatServiceSid) throw notFound(`/Services/${service}`);
  }

  const body = (media: Media) => mediaBody(media, chatServiceSid, store.temporaryUrl(media));

  serveHost(app, {
    host: 'mcs.us1.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.removeContentTypeParser('*');
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestFile }, (_request, content, done) =>
        done(null, content),
      );
      scope.addHook('preHandler', async (request) => {
        requireCaller(request);
        requireService(request);
      });
      scope.post<OneMedia>('/v1/Services/:service/Media', async (request, reply) => {
        const { Filename: filename = null, Category: category = 'media' } = readQuery(request, [
          'Filename',
          'Category',
        ]);
        const author = requireCaller(request);
        const file = await readFile(request);
        const media = store.add({ author, category, filename, ...file });
        return reply.code(201).send(body(media));
      });
      scope.get<OneMedia>('/v1/Services/:service/Media/:media', async ({ params }) => {
        const media = store.get(params.media);
        if (!media) throw notFound(`/Media/${params.media}`);
        return body(media);
      });
      scope.post<OneMedia>('/v1/Services/:service/MediaSet', async (request) =>
        wantedSids(request).map((sid) => {
          const media = store.get(sid);
          return media ? { code: 200, media_record: body(media) } : { code: 404, media_record: { sid } };
        }),
      );
    },
  });

  serveHost(app, {
    host: 'media.us1.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.get<{ Params: { media: string } }>('/:media', async (request, reply) => {
        const query = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
        const media = store.at(request.params.media, query);
        if (!media) throw new TwilioRestError(403, 20403, 'Access Denied');
        const name = encodeURIComponent(media.filename ?? media.sid);
        return reply
          .type(media.contentType)
          .header('content-disposition', `inline; filename*=UTF-8''${name}`)
          .send(media.content);
      });
    },
  });
}

/** The content as it is, or the one file of a form, which is what an agent's browser sends. */
async function readFile(
  request: FastifyRequest,
): Promise<Pick<Media, 'content' | 'contentType'> & { filename?: string }> {
  const contentType = request.headers['content-type'] ?? '';
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw invalidParameter('There is no content');
  if (!contentType.startsWith('multipart/form-data')) return { content: request.body, contentType };
  const form = await new Response(new Uint8Array(request.body), {
    headers: { 'content-type': contentType },
  }).formData();
  const file = [...form.values()].find((value): value is File => typeof value !== 'string');
  if (!file) throw invalidParameter('There is no file in the form');
  return { content: Buffer.from(await file.arrayBuffer()), contentType: file.type, filename: file.name };
}

function wantedSids({ body }: FastifyRequest): string[] {
  const { command, list } = JSON.parse(String(body)) as { command?: string; list?: { media_sid: string }[] };
  if (command !== 'get' || !list) throw invalidParameter('command must be get');
  return list.map(({ media_sid }) => media_sid);
}

function mediaBody(media: Media, serviceSid: string, temporaryUrl: string) {
  const url = `/v1/Services/${serviceSid}/Media/${media.sid}`;
  return {
    sid: media.sid,
    service_sid: serviceSid,
    date_created: media.dateCreated,
    date_upload_updated: media.dateCreated,
    date_updated: media.dateCreated,
    links: { content: `${url}/Content`, content_direct_temporary: temporaryUrl },
    size: media.content.length,
    content_type: media.contentType,
    filename: media.filename,
    author: media.author,
    category: media.category,
    message_sid: media.messageSid,
    channel_sid: media.conversationSid,
    url,
    is_multipart_upstream: false,
  };
}
