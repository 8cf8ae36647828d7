import type { Twilio } from 'twilio';
import { z } from 'zod';
import { limitStream } from '../files/limit-stream';
import { TransferFailed, transferFailed, transferRefused } from '../files/transfer-failed';
import type { RemoteObserver } from '../metrics/remote-observer';
import type { MediaApi } from './media-api';
import { twilioFailure } from './twilio-failure';

export interface MediaApiOptions {
  /** For the name of the Conversations service. */
  client: Pick<Twilio, 'conversations'>;
  accountSid: string;
  authToken: string;
  /** Awaited before each request: it resolves while this worker is the active one. */
  mayCall: () => Promise<void>;
  fetch: typeof globalThis.fetch;
  observer?: RemoteObserver;
}

/** What the type of `fetch` has not: a body that is a stream needs it. */
interface StreamedRequest extends RequestInit {
  duplex?: 'half';
}

const mediaHost = 'https://mcs.us1.twilio.com';

/** Answers that concern the file and not the request's moment or credentials. */
const refusals = new Set([400, 415, 422]);

const uploaded = z.object({ sid: z.string().regex(/^ME[0-9a-fA-F]{32}$/) });

const described = z.object({ links: z.object({ content_direct_temporary: z.url({ protocol: /^https$/ }) }) });

/** Where Twilio keeps the content of files: nothing else is asked, whatever the answer says. */
const contentHost = /(^|\.)twilio\.com$/;

/** The Media Content Service of the account's default Conversations service, which is Flex's. */
export function createMediaApi(options: MediaApiOptions): MediaApi {
  const { client, mayCall, observer } = options;
  const authorization = `Basic ${Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64')}`;
  let serviceSid: Promise<string> | undefined;

  /** Asked once: the default service of an account with Flex stays the same. */
  function knownServiceSid(): Promise<string> {
    serviceSid ??= client.conversations.v1
      .configuration()
      .fetch()
      .then(({ defaultChatServiceSid }) => defaultChatServiceSid)
      .catch((error: unknown) => {
        serviceSid = undefined;
        const failure = twilioFailure(error);
        throw new TransferFailed('twilio', String(failure?.code ?? 'unknown'), undefined, { cause: error });
      });
    return serviceSid;
  }

  async function request(path: string, init: StreamedRequest): Promise<Response> {
    const url = `${mediaHost}/v1/Services/${await knownServiceSid()}/Media${path}`;
    await mayCall();
    try {
      const headers = { ...init.headers, authorization };
      return await options.fetch(url, { ...init, headers, redirect: 'error' });
    } catch (error) {
      throw counted(transferFailed('twilio', error));
    }
  }

  function counted(failure: TransferFailed): TransferFailed {
    observer?.failed(`media-${failure.code}`);
    return failure;
  }

  return {
    async upload({ name, contentType, content, size }, { signal }) {
      const query = new URLSearchParams({ Category: 'media', Filename: name });
      const response = await request(`?${query}`, {
        method: 'POST',
        headers: { 'content-type': contentType, ...(size !== undefined && { 'content-length': `${size}` }) },
        body: content,
        duplex: 'half',
        signal,
      });
      if (response.ok) {
        const answer = uploaded.safeParse(await response.json().catch(() => undefined));
        if (answer.success) return { kind: 'uploaded', mediaSid: answer.data.sid };
        throw counted(new TransferFailed('twilio', 'no-media-sid'));
      }
      await response.body?.cancel();
      if (response.status === 413) return { kind: 'too-big' };
      if (refusals.has(response.status)) return { kind: 'refused' };
      throw counted(transferRefused('twilio', response));
    },
    async read(mediaSid, maxBytes, { signal, progress }) {
      const told = await request(`/${mediaSid}`, { signal });
      if (!told.ok) await told.body?.cancel();
      if (told.status === 404) return { kind: 'gone' };
      if (!told.ok) throw counted(transferRefused('twilio', told));
      const answer = described.safeParse(await told.json().catch(() => undefined));
      const url = answer.success ? new URL(answer.data.links.content_direct_temporary) : undefined;
      if (!url || !contentHost.test(url.hostname)) throw counted(new TransferFailed('twilio', 'no-media-address'));
      try {
        // The address is a secret of its own: no credentials go with it.
        const response = await options.fetch(url, { redirect: 'error', signal });
        if (!response.ok || !response.body) {
          await response.body?.cancel();
          throw transferRefused('twilio', response);
        }
        const limited = limitStream(response.body, { maxBytes, onProgress: progress });
        try {
          return { kind: 'read', content: Buffer.from(await new Response(limited.stream).arrayBuffer()) };
        } catch (error) {
          if (limited.exceeded()) return { kind: 'too-big' };
          throw error;
        }
      } catch (error) {
        throw counted(transferFailed('twilio', error));
      }
    },
  };
}
