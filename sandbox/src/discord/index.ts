export { type Clock, systemClock } from './clock';
export { createDiscord, type DiscordEmulator } from './create-discord';
