import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { SentFile } from '../files/attachment-store';
import { botMember, memberPermissions } from '../permissions/member-permissions';
import { requireInChannel } from '../permissions/require-permission';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord } from '../state/records';
import { buildMessage, isEmpty, type NewMessage } from './build-message';
import { allowOnlyFlags } from './flags';
import type { CreateMessageBody } from './message-body';

/** "The past few minutes" in which a nonce is remembered. */
const nonceLifetimeMs = 3 * 60_000;

/** Stores a message and tells everybody who may see it. */
export function postMessage(state: DiscordState, channel: ChannelRecord, message: Omit<NewMessage, 'channelId'>) {
  const posted = buildMessage(state, { ...message, channelId: channel.api.id });
  channel.messages.append(posted);
  channel.api.last_message_id = posted.id;
  state.emit({ kind: 'message-created', channel, message: posted });
  return posted;
}

/**
 * The bot writes into a channel. With `enforce_nonce` a repeated nonce answers the message that is already there.
 * @throws DiscordError 50001 and 50013 without the permission, 50006 for nothing to show, 50007 when the player takes
 * no direct messages, 50278 when no server is shared.
 */
export function createBotMessage(
  state: DiscordState,
  channel: ChannelRecord,
  body: CreateMessageBody,
  files: readonly SentFile[] = [],
): APIMessage {
  if (isEmpty(body) && files.length === 0) throw discordErrors.emptyMessage();
  const shown = body.embeds?.length ? PermissionFlagsBits.EmbedLinks : 0n;
  const attached = files.length > 0 ? PermissionFlagsBits.AttachFiles : 0n;
  requireInChannel(state, channel, PermissionFlagsBits.SendMessages | shown | attached);
  allowOnlyFlags(body.flags, MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications);
  if (channel.kind === 'dm') {
    const player = state.players.get(channel.playerId);
    if (player?.sharesServer === false) throw discordErrors.noMutualServer();
    if (player?.dmOpen === false) throw discordErrors.cannotMessageUser();
  }
  const key = body.nonce == null ? undefined : `${state.bot.id}:${body.nonce}`;
  const existing = body.enforce_nonce && key !== undefined ? recallNonce(state, key) : undefined;
  if (existing) return existing;
  const attachments = files.map((file) => state.attachments.keep(channel.api.id, file));
  const allowed = withAllowedPings(state, channel, body);
  const message = postMessage(state, channel, { author: state.bot, body: allowed, attachments });
  if (key !== undefined) rememberNonce(state, key, message);
  return message;
}

/** Without the permission @everyone and @here are words like any others. */
function withAllowedPings(state: DiscordState, channel: ChannelRecord, body: CreateMessageBody): CreateMessageBody {
  if (channel.kind === 'dm') return body;
  if (memberPermissions(state, botMember(state), channel) & PermissionFlagsBits.MentionEveryone) return body;
  const { parse = [], ...others } = body.allowed_mentions ?? { parse: ['roles', 'users'] };
  return { ...body, allowed_mentions: { ...others, parse: parse.filter((kind) => kind !== 'everyone') } };
}

function recallNonce(state: DiscordState, key: string): APIMessage | undefined {
  forgetOldNonces(state);
  const known = state.nonces.get(key);
  return known && state.channels.get(known.channelId)?.messages.get(known.messageId);
}

function rememberNonce(state: DiscordState, key: string, message: APIMessage): void {
  forgetOldNonces(state);
  // Deleted first, so that the map stays in the order of time.
  state.nonces.delete(key);
  state.nonces.set(key, { channelId: message.channel_id, messageId: message.id, at: state.clock.now().getTime() });
}

function forgetOldNonces(state: DiscordState): void {
  for (const [key, { at }] of state.nonces) {
    if (at > state.clock.now().getTime() - nonceLifetimeMs) return;
    state.nonces.delete(key);
  }
}
