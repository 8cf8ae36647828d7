import { randomBytes } from 'node:crypto';
import {
  type APIInteraction,
  ApplicationIntegrationType,
  InteractionContextType,
  type InteractionType,
  type Locale,
  type Snowflake,
} from 'discord-api-types/v10';
import { botMember, memberPermissions } from '../permissions/member-permissions';
import type { DiscordState } from '../state/discord-state';
import { createGuild } from '../state/initial-objects';
import type { ChannelRecord, InteractionRecord, PlayerRecord } from '../state/records';

/** The first answer must come within this time. https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const firstAnswerMs = 3_000;
/** So long follow-ups can be sent. */
export const tokenLifetimeMs = 15 * 60_000;

/** What Discord says that a bot may do in a DM. */
const dmPermissions = '2248473465835073';

/** What is particular about a command, a press or a modal; the rest of an interaction is the same for all. */
export type InteractionKind =
  | Pick<Extract<APIInteraction, { type: InteractionType.ApplicationCommand }>, 'type' | 'data'>
  | Pick<Extract<APIInteraction, { type: InteractionType.MessageComponent }>, 'type' | 'data' | 'message'>
  | Pick<Extract<APIInteraction, { type: InteractionType.ModalSubmit }>, 'type' | 'data'>;

/** A player starts an interaction: the bot hears of it through the gateway and has three seconds to answer. */
export function startInteraction(
  state: DiscordState,
  player: PlayerRecord,
  channel: ChannelRecord,
  kind: InteractionKind,
  submits?: Snowflake,
): InteractionRecord {
  forgetOldInteractions(state);
  const id = state.nextId();
  const token = randomBytes(64).toString('base64url');
  const interaction: InteractionRecord = {
    id,
    token,
    playerId: player.user.id,
    channelId: channel.api.id,
    createdAt: state.clock.now().getTime(),
    api: {
      id,
      application_id: state.application.id,
      token,
      version: 1,
      channel: channel.api,
      channel_id: channel.api.id,
      app_permissions:
        channel.kind === 'dm' ? dmPermissions : String(memberPermissions(state, botMember(state), channel)),
      locale: player.locale as Locale,
      entitlements: [],
      attachment_size_limit: 10 * 1024 * 1024,
      ...place(state, player, channel),
      ...kind,
    } as APIInteraction,
    state: 'waiting',
    ephemeral: false,
    original: undefined,
    modal: undefined,
    submits,
    ephemeralMessages: new Map(),
    deadline: state.clock.schedule(firstAnswerMs, () => {
      interaction.state = 'failed';
      state.emit({ kind: 'interaction-changed', interaction });
    }),
  };
  state.interactions.set(id, interaction);
  state.interactionsByToken.set(token, interaction);
  state.emit({ kind: 'interaction-created', interaction });
  return interaction;
}

/** In a server the player is a member with permissions, in a DM a plain user. */
function place(state: DiscordState, player: PlayerRecord, channel: ChannelRecord): Partial<APIInteraction> {
  if (channel.kind === 'dm') {
    return {
      user: player.user,
      context: InteractionContextType.BotDM,
      authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
    };
  }
  const { id, features, preferred_locale } = createGuild(state.world, []);
  return {
    guild: { id, features, locale: preferred_locale },
    guild_id: id,
    guild_locale: preferred_locale,
    member: { ...player.member, permissions: String(memberPermissions(state, player.member, channel)) },
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: id },
  };
}

function forgetOldInteractions(state: DiscordState): void {
  for (const [id, interaction] of state.interactions) {
    if (interaction.createdAt > state.clock.now().getTime() - tokenLifetimeMs) return;
    state.interactions.delete(id);
    state.interactionsByToken.delete(interaction.token);
  }
}
