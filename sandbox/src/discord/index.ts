export { type Clock, systemClock } from './clock';
export type { DiscordSnapshot } from './control/snapshot';
export { createDiscord, type DiscordEmulator } from './create-discord';
