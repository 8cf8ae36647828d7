import http from 'node:http';
import https from 'node:https';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { PostOutcome, SignedPoster } from './ports';

/** Answers of webhooks are small (Studio reads at most 64 KB); more is cut off. */
const maxAnswerBytes = 1_048_576;

interface Post {
  url: URL;
  body: string;
  headers: Record<string, string>;
  timeoutMs: number;
}

/**
 * Posts as Twilio does: one try, kept-alive connections, `X-Twilio-Signature` over the URL and the form fields, or for
 * JSON over the URL with the body's hash in `bodySHA256`. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function createSignedPoster({ authToken }: { authToken: string }): SignedPoster & { close(): void } {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };
  const send = (post: Post) => postOnce(post, post.url.protocol === 'https:' ? agents['https:'] : agents['http:']);
  return {
    postForm: (address, fields, timeoutMs) => {
      const url = withoutFragment(address);
      return send({
        url: new URL(url),
        body: new URLSearchParams(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'x-twilio-signature': getExpectedTwilioSignature(authToken, url, fields),
        },
        timeoutMs,
      });
    },
    postJson: (address, value, timeoutMs) => {
      const body = JSON.stringify(value);
      const plain = withoutFragment(address);
      const url = `${plain}${plain.includes('?') ? '&' : '?'}bodySHA256=${getExpectedBodyHash(body)}`;
      return send({
        url: new URL(url),
        body,
        headers: {
          'content-type': 'application/json',
          'x-twilio-signature': getExpectedTwilioSignature(authToken, url, {}),
        },
        timeoutMs,
      });
    },
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/**
 * Connection overrides (`#rc=2`) do nothing in Conversations webhooks, and a fragment never travels. What is signed is
 * the rest, to the letter.
 */
function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

function postOnce({ url, body, headers, timeoutMs }: Post, agent: http.Agent): Promise<PostOutcome> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent,
      headers: {
        ...headers,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'TwilioProxy/1.1',
        accept: '*/*',
      },
    });
    const finish = (outcome: PostOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      finish({ kind: 'timeout' });
      request.destroy();
    }, timeoutMs);
    request.on('error', (error) => finish({ kind: 'unreachable', reason: error.message }));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received <= maxAnswerBytes) chunks.push(chunk);
      });
      response.on('error', (error) => finish({ kind: 'unreachable', reason: error.message }));
      response.on('end', () =>
        finish({
          kind: 'answered',
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          contentType: response.headers['content-type'] ?? '',
        }),
      );
    });
    request.end(body);
  });
}
