import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import type { DiscordState } from '../state/discord-state';
import { createPlayerRecord } from '../state/initial-objects';
import type { PlayerRecord } from '../state/records';

/** A new member of the server, as the control route takes it. */
export const createPlayerRequest = z.strictObject({
  username: z.string().regex(/^[a-z0-9_.]{2,32}$/, 'must be 2 to 32 of a-z, 0-9, _ and .'),
  globalName: z.string().min(1).max(32).nullable().default(null),
  locale: z.enum(Locale).default(Locale.EnglishUS),
});
export type CreatePlayerRequest = z.infer<typeof createPlayerRequest>;

/** Somebody joins the server. */
export function createPlayer(state: DiscordState, request: CreatePlayerRequest): PlayerRecord {
  const player = createPlayerRecord({ id: state.nextId(), ...request }, state.clock.now());
  state.players.set(player.user.id, player);
  return player;
}
