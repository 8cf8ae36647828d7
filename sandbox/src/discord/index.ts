export type { DiscordSnapshot } from './control/snapshot';
export { createDiscord, type DiscordEmulator } from './create-discord';
