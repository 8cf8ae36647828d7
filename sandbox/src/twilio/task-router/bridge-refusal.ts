/** A request over the event bridge that is answered with an error: clients show its message and status. */
export class BridgeRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'BridgeRefusal';
  }
}

/** The request carries a parameter that the emulator does not know. */
export class UnknownBridgeParameter extends BridgeRefusal {
  constructor(readonly parameter: string) {
    super(400, `Unknown parameter ${parameter}`);
  }
}

/** @throws UnknownBridgeParameter for a parameter that is not among the known ones. */
export function onlyKnownParameters(params: BridgeRequest['params'], known: readonly string[]): void {
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UnknownBridgeParameter(unknown);
}

/** A request as it travels inside a POST to the event bridge. */
export interface BridgeRequest {
  method: 'GET' | 'POST';
  /** Relative, as in `Workspaces/WS.../Workers/WK...`. */
  url: string;
  params: Readonly<Record<string, unknown>>;
}
