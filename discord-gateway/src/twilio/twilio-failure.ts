/** Codes that Twilio answers with and that mean something to the relay. https://www.twilio.com/docs/api/errors */
export const twilioCode = {
  notFound: 20404,
  uniqueNameExists: 50353,
  conversationClosed: 50377,
} as const;

/** Twilio asks for patience: HTTP 429. Nothing was done. */
export class TwilioThrottled extends Error {
  readonly code = 'twilio-throttled';
  override readonly name = 'TwilioThrottled';
  readonly status = 429;
  constructor(readonly retryAfterMs: number | undefined) {
    super('Twilio answered 429 Too Many Requests');
  }
}

export type TwilioFailure =
  /** Twilio said no: nothing was done, and repeating it as it is will not help. `code` is Twilio's, else the status. */
  | { kind: 'refused'; status: number; code: number }
  /** Not now, or not with these credentials: nothing was done, and repeating it later may help. */
  | { kind: 'not-now'; code: string; retryAfterMs?: number }
  /** A time-out, a broken connection or a 5xx: it may have been done. */
  | { kind: 'unknown-outcome'; code: string };

/** What an error thrown by the Twilio client says about the request; undefined when it is no such error. */
export function twilioFailure(error: unknown): TwilioFailure | undefined {
  if (error instanceof TwilioThrottled) {
    return { kind: 'not-now', code: error.code, retryAfterMs: error.retryAfterMs };
  }
  if (!(error instanceof Error)) return undefined;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number') {
    if (status >= 500 || status === 408) return { kind: 'unknown-outcome', code: `http-${status}` };
    if (status === 401 || status === 403) return { kind: 'not-now', code: `http-${status}` };
    return { kind: 'refused', status, code: typeof code === 'number' ? code : status };
  }
  // The client passes the errors of its HTTP library on: ECONNRESET, ECONNABORTED (time-out), ECONNREFUSED...
  if (typeof code === 'string' && /^(E[A-Z_]+|ERR_[A-Z_]+)$/.test(code)) return { kind: 'unknown-outcome', code };
  return undefined;
}

/** True when Twilio refused a request with this code. */
export function isTwilioRefusal(error: unknown, code: number): boolean {
  const failure = twilioFailure(error);
  return failure?.kind === 'refused' && failure.code === code;
}

/** True when the thing exists already, whatever code that resource has for it. */
export function isTwilioConflict(error: unknown): boolean {
  const failure = twilioFailure(error);
  return failure?.kind === 'refused' && failure.status === 409;
}
