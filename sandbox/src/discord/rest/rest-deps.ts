import type { Gateway } from '../gateway/gateway';
import type { DiscordState } from '../state/discord-state';
import type { RateLimits } from './rate-limits';

/** What the REST routes work on. */
export interface RestDeps {
  state: DiscordState;
  gateway: Gateway;
  limits: RateLimits;
  botToken: string;
}
