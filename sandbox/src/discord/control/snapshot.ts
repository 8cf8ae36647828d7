import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway';
import type { DiscordState } from '../state/discord-state';
import type { InteractionRecord, UnhandledCall } from '../state/records';

/** How far back the snapshot shows a channel. */
const shownMessages = 1_000;

/** The state for people and tests to look at. No tokens. */
export interface DiscordSnapshot {
  players: { user: APIUser; locale: string; dmOpen: boolean; dmChannelId: string | null }[];
  channels: {
    id: string;
    kind: 'guild' | 'dm';
    name: string | null;
    playerId: string | null;
    messages: APIMessage[];
  }[];
  commands: APIApplicationCommand[];
  interactions: {
    id: string;
    playerId: string;
    channelId: string;
    state: InteractionRecord['state'];
    /** The modal that it was answered with. */
    modal: InteractionRecord['modal'];
    ephemeralMessages: APIMessage[];
  }[];
  sessions: { id: string; intents: number; sequence: number; connected: boolean }[];
  requests: Record<string, number>;
  /** Must stay empty: see `UnhandledCall`. */
  unhandled: UnhandledCall[];
}

export function snapshotOf(state: DiscordState, gateway: Gateway): DiscordSnapshot {
  return {
    players: [...state.players.values()].map(({ user, locale, dmOpen }) => ({
      user,
      locale,
      dmOpen,
      dmChannelId: state.dmChannelIds.get(user.id) ?? null,
    })),
    channels: [...state.channels.values()].map((channel) => ({
      id: channel.api.id,
      kind: channel.kind,
      name: channel.api.name,
      playerId: channel.kind === 'dm' ? channel.playerId : null,
      messages: channel.messages.page({ limit: shownMessages }).reverse(),
    })),
    commands: [...state.commands.values()].map(({ api }) => api),
    interactions: [...state.interactions.values()].map((interaction) => ({
      id: interaction.id,
      playerId: interaction.playerId,
      channelId: interaction.channelId,
      state: interaction.state,
      modal: interaction.modal,
      ephemeralMessages: [...interaction.ephemeralMessages.values()],
    })),
    sessions: [...gateway.sessions.all()].map(({ id, intents, sequence, socket }) => ({
      id,
      intents,
      sequence,
      connected: socket !== undefined,
    })),
    requests: Object.fromEntries(state.requests),
    unhandled: [...state.unhandled],
  };
}
