import { parse } from 'node:querystring';
import { validateRequest, validateRequestWithBody } from 'twilio';

export interface SignedRequest {
  /** The whole address that Twilio called, query included. */
  url: string;
  /** The header X-Twilio-Signature; undefined when it is missing. */
  signature: string | undefined;
  /** The bytes as received, before anybody parsed them. */
  body: Buffer;
}

/**
 * True when a form POST was signed with this account's token: HMAC-SHA1 over the URL and the sorted fields.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function isSignedForm(authToken: string, { url, signature, body }: SignedRequest): boolean {
  return signature !== undefined && validateRequest(authToken, signature, url, { ...parse(body.toString('utf8')) });
}

/**
 * True when a JSON POST was signed with this account's token: HMAC-SHA1 over the URL, whose `bodySHA256` is the
 * digest of the bytes.
 */
export function isSignedJson(authToken: string, { url, signature, body }: SignedRequest): boolean {
  return signature !== undefined && validateRequestWithBody(authToken, signature, url, body.toString('utf8'));
}
