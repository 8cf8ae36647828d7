/** A request that the emulator has no answer for: a test that caused one fails. */
export interface UnhandledRequest {
  method: string;
  /** Host and path, without the query: that may carry a token. */
  target: string;
  reason: 'unknown-route' | 'unknown-field';
  detail?: string;
}

export interface UnhandledRequests {
  record(request: UnhandledRequest): void;
  list(): readonly UnhandledRequest[];
  reset(): void;
}

/** Remembers what nobody could answer. */
export function createUnhandledRequests(): UnhandledRequests {
  let requests: UnhandledRequest[] = [];
  return {
    record: (request) => void requests.push(request),
    list: () => requests,
    reset: () => {
      requests = [];
    },
  };
}
