import { createRouteLedger, type RouteLedger } from '../../routes/route-ledger';

/** A request that the emulator has no answer for, or that breaks Twilio's contract: a test that caused one fails. */
export interface UnhandledRequest {
  method: string;
  /** Host and path, without the query: that may carry a token. */
  target: string;
  /** `unlisted-route`: answered, but missing in wire-routes.ts. `invalid`: Twilio's OpenAPI file refuses it. `wrong-answer`: the emulator's own answer is not in that file. */
  reason: 'unknown-route' | 'unlisted-route' | 'unknown-field' | 'invalid' | 'wrong-answer';
  detail?: string;
}

export interface UnhandledRequests {
  record(request: UnhandledRequest): void;
  list(): readonly UnhandledRequest[];
  reset(): void;
  /** What can be handled, and what of it was asked. Survives a reset. */
  routes: RouteLedger;
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
    routes: createRouteLedger(),
  };
}
