import type {
  APIApplicationCommand,
  APIDMChannel,
  APIGuildMember,
  APIInteraction,
  APIMessage,
  APITextChannel,
  APIUser,
  Snowflake,
} from 'discord-api-types/v10';
import type { Scheduled } from '../../clock';
import type { ModalBody } from '../interactions/modal-body';
import type { MessageLog } from './message-log';

/** A person on the server. */
export interface PlayerRecord {
  user: APIUser;
  member: APIGuildMember;
  /** Discord's locale of the player's client. */
  locale: string;
  /** False: the bot's messages are refused with 50007. */
  dmOpen: boolean;
  /** Whether the player is on a server that the bot is on. */
  sharesServer: boolean;
  /** The newest message that the player has seen, by channel. */
  lastRead: Map<Snowflake, Snowflake>;
}

export interface GuildChannelRecord {
  kind: 'guild';
  api: APITextChannel;
  messages: MessageLog;
  /** When each pinned message was pinned, the last pinned last. */
  pins: Map<Snowflake, string>;
}

export interface DmChannelRecord {
  kind: 'dm';
  api: APIDMChannel;
  playerId: Snowflake;
  messages: MessageLog;
  pins: Map<Snowflake, string>;
}

export type ChannelRecord = GuildChannelRecord | DmChannelRecord;

/** A pressed button, a slash command or a submitted modal on its way to being answered. */
export interface InteractionRecord {
  id: Snowflake;
  token: string;
  playerId: Snowflake;
  channelId: Snowflake;
  createdAt: number;
  api: APIInteraction;
  /**
   * `waiting`: nothing answered yet. `thinking`: deferred, the player sees that the bot thinks.
   * `answered`: there is an original response. `failed`: three seconds went by.
   */
  state: 'waiting' | 'thinking' | 'answered' | 'failed';
  /** Only the player sees the answers. */
  ephemeral: boolean;
  /** What `@original` names: the answer, or the message that the pressed button is on. */
  original: APIMessage | undefined;
  /** Answers that only the player sees; they are in no channel. */
  ephemeralMessages: Map<Snowflake, APIMessage>;
  /** The modal that answered it. */
  modal: ModalBody | undefined;
  /** The interaction whose modal is submitted with this one. */
  submits: Snowflake | undefined;
  deadline: Scheduled;
}

/** A command with the server it is registered for; undefined for a global one. */
export interface CommandRecord {
  api: APIApplicationCommand;
  guildId: Snowflake | undefined;
}

/** A call that the emulator does not know: in the product a mistake, here a gap. A test with one of these fails. */
export interface UnhandledCall {
  method: string;
  path: string;
  reason: string;
}
