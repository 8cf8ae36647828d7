import { type APIMessage, type APIUser, MessageFlags } from 'discord-api-types/v10';
import type { PlayerEvent, PlayerView, ViewedChannel, ViewedInteraction } from '../../discord/players/player-view';

/** What the page shows: the player's view, kept up to date, and what is under way. */
export interface ClientState extends PlayerView {
  /** The modal that is open. */
  modal: OpenModal | undefined;
  /** Commands and presses without an answer yet, and those that never got one. */
  interactions: readonly ViewedInteraction[];
  /** Who is typing, by channel. */
  typing: Readonly<Record<string, string | undefined>>;
}

export interface OpenModal {
  /** The interaction that was answered with it. */
  interactionId: string;
  modal: NonNullable<ViewedInteraction['modal']>;
  /** As Discord's client does, it stays open until what was handed in is acknowledged. */
  state: 'open' | 'sending' | 'failed';
}

/** Things that only this page knows of. */
export type LocalEvent =
  | { type: 'message-dismissed'; channelId: string; messageId: string }
  | { type: 'interaction-dismissed'; interactionId: string }
  | { type: 'modal-closed' }
  | { type: 'typing-over'; channelId: string };

/** The state after an event. Pure; before the first view there is no state. */
export function reduce(state: ClientState | undefined, event: PlayerEvent | LocalEvent): ClientState | undefined {
  if (event.type === 'view') return { ...event.view, interactions: [], typing: {}, modal: undefined };
  if (!state) return undefined;
  switch (event.type) {
    case 'channel':
      return putChannel(state, event.channel);
    case 'message':
      return {
        ...changeChannel(state, event.message.channel_id, (channel) => putMessage(channel, event.message)),
        users: withUser(state.users, event.message.author),
        typing: { ...state.typing, [event.message.channel_id]: undefined },
      };
    case 'ephemeral-message':
    case 'message-edited':
      return changeChannel(state, event.message.channel_id, (channel) => putMessage(channel, event.message));
    case 'message-deleted':
    case 'message-dismissed':
      return changeChannel(state, event.channelId, (channel) => ({
        ...channel,
        messages: channel.messages.filter(({ id }) => id !== event.messageId),
      }));
    case 'typing':
      return { ...state, typing: { ...state.typing, [event.channelId]: event.userId } };
    case 'typing-over':
      return { ...state, typing: { ...state.typing, [event.channelId]: undefined } };
    case 'interaction': {
      const { id, press } = event.interaction;
      // A new press of a message takes away what was said about an earlier one that failed.
      const others = state.interactions.filter(
        (other) => other.id !== id && (!press || other.press?.messageId !== press.messageId),
      );
      const unanswered = event.interaction.state === 'waiting' || event.interaction.state === 'failed';
      return {
        ...state,
        modal: modalAfter(state.modal, event.interaction),
        interactions: unanswered ? [...others, event.interaction] : others,
      };
    }
    case 'modal-closed':
      return { ...state, modal: undefined };
    case 'interaction-dismissed':
      return { ...state, interactions: state.interactions.filter(({ id }) => id !== event.interactionId) };
    case 'commands':
      return {
        ...state,
        channels: state.channels.map((channel) => ({
          ...channel,
          commands: event.channels.find(({ id }) => id === channel.id)?.commands ?? channel.commands,
        })),
      };
    case 'read':
      return changeChannel(state, event.channelId, (channel) => ({ ...channel, lastReadId: event.messageId }));
  }
}

function modalAfter(open: OpenModal | undefined, { id, modal, state, submits }: ViewedInteraction) {
  if (modal && state === 'answered') return { interactionId: id, modal, state: 'open' as const };
  if (!open || submits !== open.interactionId) return open;
  if (state === 'waiting') return { ...open, state: 'sending' as const };
  return state === 'failed' ? { ...open, state } : undefined;
}

/** How many messages of others the player has not seen in this channel. */
export function unreadCount(channel: ViewedChannel, me: APIUser): number {
  const { lastReadId } = channel;
  return channel.messages.filter(
    (message) =>
      message.author.id !== me.id &&
      !isEphemeral(message) &&
      (lastReadId === null || BigInt(message.id) > BigInt(lastReadId)),
  ).length;
}

export function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** The name that people see. */
export function displayName(user: APIUser): string {
  return user.global_name ?? user.username;
}

function changeChannel(
  state: ClientState,
  channelId: string,
  change: (channel: ViewedChannel) => ViewedChannel,
): ClientState {
  return {
    ...state,
    channels: state.channels.map((channel) => (channel.id === channelId ? change(channel) : channel)),
  };
}

/** Adds a channel at the end, or puts it in the place of its older version. What only this player sees stays. */
function putChannel(state: ClientState, channel: ViewedChannel): ClientState {
  if (!state.channels.some(({ id }) => id === channel.id)) {
    return { ...state, channels: [...state.channels, channel] };
  }
  return changeChannel(state, channel.id, ({ messages }) => ({
    ...channel,
    messages: [...channel.messages, ...messages.filter(isEphemeral)].sort((a, b) =>
      BigInt(a.id) < BigInt(b.id) ? -1 : 1,
    ),
  }));
}

/** Adds the message at the end, or puts it in the place of its older version. */
function putMessage(channel: ViewedChannel, message: APIMessage): ViewedChannel {
  const known = channel.messages.some(({ id }) => id === message.id);
  return {
    ...channel,
    messages: known
      ? channel.messages.map((older) => (older.id === message.id ? message : older))
      : [...channel.messages, message],
  };
}

function withUser(users: APIUser[], user: APIUser): APIUser[] {
  return users.some(({ id }) => id === user.id) ? users : [...users, user];
}
