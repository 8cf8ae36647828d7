import type { GatewayGuildCreateDispatchData, GatewayReadyDispatchData } from 'discord-api-types/v10';
import { listGuildChannels } from '../channels/guild-channels';
import type { DiscordState } from '../state/discord-state';
import { createGuild } from '../state/initial-objects';

/** What READY says to a session that has just been identified. */
export function readyOf(
  state: DiscordState,
  session: { id: string; resumeUrl: string; shard: [number, number] },
): GatewayReadyDispatchData {
  return {
    v: 10,
    user: state.bot,
    guilds: [{ id: state.world.guild.id, unavailable: true }],
    session_id: session.id,
    resume_gateway_url: session.resumeUrl,
    shard: session.shard,
    application: { id: state.application.id, flags: state.application.flags, flags_new: '0' },
  };
}

/** What GUILD_CREATE says of the server. Members and presences need intents that the product does not ask for. */
export function guildCreateOf(state: DiscordState): GatewayGuildCreateDispatchData {
  return {
    ...createGuild(state.world, [...state.roles.values()]),
    joined_at: state.clock.now().toISOString(),
    large: false,
    unavailable: false,
    member_count: state.players.size + 1,
    voice_states: [],
    members: [],
    channels: listGuildChannels(state) as GatewayGuildCreateDispatchData['channels'],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
