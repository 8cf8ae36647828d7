/** Told what goes wrong with the requests to one service. Nothing of a request is passed on but its code. */
export interface RemoteObserver {
  /** The service refused a request, or its outcome is unknown. `code` is the service's own, else the status or the socket's. */
  failed(code: string): void;
  /** A request has to wait, because the service asks for it or because its limit is known to be used up. */
  waits(wait: { scope: string; ms: number }): void;
}
