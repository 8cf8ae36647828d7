import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../clock';
import type { RouteLedger } from '../routes/route-ledger';
import { registerControl } from './control/register-control';
import { type DiscordSnapshot, snapshotOf } from './control/snapshot';
import { cdnPrefix, registerCdn } from './files/register-cdn';
import { createGateway } from './gateway/gateway';
import { RateLimits } from './rest/rate-limits';
import { registerRest, restPrefix } from './rest/register-rest';
import { DiscordState } from './state/discord-state';
import type { DiscordWorld } from './state/world';

export interface DiscordDeps {
  world: DiscordWorld;
  botToken: string;
  /** Base address of the sandbox as clients reach it (`http://127.0.0.1:4000`); asked for again each time. */
  publicUrl(): string;
  logger: Logger;
  clock: Clock;
}

export interface DiscordEmulator {
  /** Adds the REST API under `/discord/api/v10`, the files under `/discord/cdn` and the control routes under `/_sandbox/discord`. */
  register(app: FastifyInstance): Promise<void>;
  /** Takes WebSocket upgrades to `/discord/gateway` and `/discord/resume`; false for any other path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  snapshot(): DiscordSnapshot;
  /** Every emulated route and opcode, and which were used. */
  routes: RouteLedger;
  /** Forgets the calls that nobody could answer, and nothing else. */
  forgetUnhandled(): void;
  /** Back to the world at the start: players, channels, commands; every session ends and has to be identified anew. */
  reset(): void;
}

/** An emulated Discord for the official clients: REST v10 and Gateway v10 over one state. */
export function createDiscord({ world, botToken, publicUrl, logger, clock }: DiscordDeps): DiscordEmulator {
  const state = new DiscordState(world, clock);
  const limits = new RateLimits(clock);
  const gateway = createGateway({ state, botToken, publicUrl });
  return {
    async register(app) {
      await app.register((scope) => registerRest(scope, { state, gateway, limits, botToken }), { prefix: restPrefix });
      await app.register((scope) => registerCdn(scope, { state }), { prefix: cdnPrefix });
      await app.register((scope) => registerControl(scope, { state, gateway, limits }), {
        prefix: '/_sandbox/discord',
      });
      // Open WebSockets would keep the server from closing.
      app.addHook('preClose', async () => gateway.disconnect());
    },
    handleUpgrade: (request, socket, head) => gateway.handleUpgrade(request, socket, head),
    snapshot: () => snapshotOf(state, gateway),
    routes: state.routes,
    forgetUnhandled: () => {
      state.unhandled.length = 0;
    },
    reset() {
      limits.reset();
      state.reset();
      logger.debug('the emulated Discord is as new');
    },
  };
}
