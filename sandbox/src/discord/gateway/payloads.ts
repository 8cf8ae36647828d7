import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

/** https://discord.com/developers/docs/events/gateway-events#identify */
const identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});

/** https://discord.com/developers/docs/events/gateway-events#resume */
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

/** What a bot may send over the gateway, as far as the product's clients do. */
export const clientPayload = z.discriminatedUnion('op', [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat), d: z.int().nullable() }),
  z.object({ op: z.literal(GatewayOpcodes.Identify), d: identify }),
  z.object({ op: z.literal(GatewayOpcodes.Resume), d: resume }),
  z.object({ op: z.literal(GatewayOpcodes.PresenceUpdate), d: z.unknown() }),
]);
export type ClientPayload = z.infer<typeof clientPayload>;
export type Identify = z.infer<typeof identify>;
export type Resume = z.infer<typeof resume>;

/** Every intent that exists. */
export const knownIntents = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

/** Intents that have to be switched on in the developer portal; this application has none of them. */
export const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
