/** One thing that an emulator answers: a REST route, a call of an SDK's own wire, an opcode of a gateway. */
export interface EmulatedRoute {
  /** The service as its callers name it: a host, or `Discord REST`. */
  service: string;
  /** `POST /v1/Conversations/:conversation/Messages`, unique within the service. */
  route: string;
  /** What its requests and answers are checked against, or where the shape was learnt. */
  contract: string;
}

export interface RouteLedger {
  /** Makes a route known. Once is enough: two servers may serve the same one. */
  declare(route: EmulatedRoute): void;
  /** Counts one request. */
  hit(service: string, route: string): void;
  routes(): readonly EmulatedRoute[];
  /** How often each route was called since the start, by `routeKey`. Resets do not touch it. */
  hits(): Readonly<Record<string, number>>;
}

/** `SERVICE METHOD /path`: what the route table and the recorded hits have in common. */
export function routeKey({ service, route }: Pick<EmulatedRoute, 'service' | 'route'>): string {
  return `${service} ${route}`;
}

/** Knows every emulated route and which were called: sandbox/ROUTES.md is made of it. */
export function createRouteLedger(): RouteLedger {
  const routes = new Map<string, EmulatedRoute>();
  const hits = new Map<string, number>();
  return {
    declare: (route) => void routes.set(routeKey(route), route),
    hit(service, route) {
      const key = routeKey({ service, route });
      hits.set(key, (hits.get(key) ?? 0) + 1);
    },
    routes: () => [...routes.values()],
    hits: () => Object.fromEntries(hits),
  };
}
