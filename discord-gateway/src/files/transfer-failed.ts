/**
 * A file could not be carried this time; nothing is known against trying again. `code` is the status (`http-503`), that
 * of the socket, or `timeout`.
 */
export class TransferFailed extends Error {
  override readonly name = 'TransferFailed';
  constructor(
    readonly service: 'discord' | 'twilio',
    readonly code: string,
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(`A file could not be carried: ${service} ${code}`, options);
  }

  /** Whether it may be the file itself: the service was reached, and takes the credentials, and is not throttling. */
  get mayBeTheFile(): boolean {
    return this.code === 'timeout' || /^http-5/.test(this.code);
  }
}

/** What a failed `fetch` tells. */
export function transferFailed(service: TransferFailed['service'], error: unknown): TransferFailed {
  if (error instanceof TransferFailed) return error;
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return new TransferFailed(service, 'timeout');
  // fetch wraps what went wrong on the socket as the cause.
  const { code } = (cause ?? {}) as { code?: unknown };
  return new TransferFailed(service, typeof code === 'string' ? code : 'unknown', undefined, { cause: error });
}

/** What an answer that is no success tells. */
export function transferRefused(service: TransferFailed['service'], response: Response): TransferFailed {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(retryAfter) ? retryAfter * 1_000 : undefined;
  return new TransferFailed(service, `http-${response.status}`, retryAfterMs);
}
