import type { IncomingHttpHeaders } from 'node:http';
import { validateBody, validateRequest } from 'twilio/lib/webhooks/webhooks';

export interface SignedRequest {
  /** As the sender wrote it: scheme, host, path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Whether Twilio signed a request: over the URL and the fields of a form, or, for any other body, over the URL whose
 * `bodySHA256` is the body's hash. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function isSignedByTwilio(authToken: string, { url, headers, body }: SignedRequest): boolean {
  const signature = headers['x-twilio-signature'];
  if (typeof signature !== 'string') return false;
  const bodyHash = new URL(url).searchParams.get('bodySHA256');
  if (bodyHash !== null)
    return validateRequest(authToken, signature, url, {}) && validateBody(body.toString(), bodyHash);
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return validateRequest(authToken, signature, url, isForm ? formFields(body) : {});
}

function formFields(body: Buffer): Record<string, string | string[]> {
  const fields = new URLSearchParams(body.toString());
  return Object.fromEntries(
    [...fields.keys()].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
