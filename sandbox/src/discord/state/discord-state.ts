import type { APIApplication, APIGuildCategoryChannel, APIRole, APIUser, Snowflake } from 'discord-api-types/v10';
import type { Clock } from '../../clock';
import { createRouteLedger } from '../../routes/route-ledger';
import { AttachmentStore } from '../files/attachment-store';
import type { DiscordEvent, DiscordEventListener } from './events';
import {
  createApplication,
  createBotUser,
  createDmChannel,
  createGuildChannel,
  createPlayerRecord,
  createRole,
} from './initial-objects';
import type { ChannelRecord, CommandRecord, InteractionRecord, PlayerRecord, UnhandledCall } from './records';
import { createSnowflakes } from './snowflakes';
import type { DiscordWorld } from './world';

/** How many unknown calls are remembered: enough to understand a mistake, not enough to fill the memory. */
const maxUnhandledCalls = 1_000;

/**
 * Everything that the emulated Discord knows. REST, gateway, control routes and players' streams share this one
 * object. It holds and tells; the rules live in the functions that change it.
 */
export class DiscordState {
  readonly application: APIApplication;
  readonly bot: APIUser;
  readonly nextId: () => Snowflake;

  readonly attachments: AttachmentStore;

  readonly players = new Map<Snowflake, PlayerRecord>();
  readonly channels = new Map<Snowflake, ChannelRecord>();
  readonly categories = new Map<Snowflake, APIGuildCategoryChannel>();
  readonly roles = new Map<Snowflake, APIRole>();
  readonly botRoleIds = new Set<Snowflake>();
  /** DM channel by the player's id. */
  readonly dmChannelIds = new Map<Snowflake, Snowflake>();
  readonly commands = new Map<Snowflake, CommandRecord>();
  readonly interactions = new Map<Snowflake, InteractionRecord>();
  /** The same interactions by token: follow-ups name nothing else. */
  readonly interactionsByToken = new Map<string, InteractionRecord>();
  /** Messages by `author:nonce`, oldest first. */
  readonly nonces = new Map<string, { channelId: Snowflake; messageId: Snowflake; at: number }>();
  /** The bot's token is worth nothing any more. */
  tokenIsReset = false;
  /** Whether opening a DM that is not open yet is too fast just now: where Discord draws the line is unconfirmed. */
  opensDmsTooFast = false;
  readonly unhandled: UnhandledCall[] = [];
  /** What is emulated, and what of it was asked. Survives a reset. */
  readonly routes = createRouteLedger();
  /** How often each route was called, by `METHOD /pattern`. */
  readonly requests = new Map<string, number>();

  readonly #listeners = new Set<DiscordEventListener>();

  constructor(
    readonly world: DiscordWorld,
    readonly clock: Clock,
  ) {
    this.nextId = createSnowflakes(() => clock.now().getTime());
    this.attachments = new AttachmentStore(clock, this.nextId);
    this.bot = createBotUser(world);
    this.application = createApplication(world, this.bot);
    this.#populate();
  }

  emit(event: DiscordEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls the listener with everything that happens from now on; the returned function ends it. */
  listen(listener: DiscordEventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  recordUnhandled(call: UnhandledCall): void {
    if (this.unhandled.length < maxUnhandledCalls) this.unhandled.push(call);
  }

  countRequest(route: string): void {
    this.requests.set(route, (this.requests.get(route) ?? 0) + 1);
  }

  user(id: Snowflake): APIUser | undefined {
    return id === this.bot.id ? this.bot : this.players.get(id)?.user;
  }

  /** The DM of bot and player, made the first time that either of them writes or opens it. */
  dmChannel(player: PlayerRecord): ChannelRecord {
    const playerId = player.user.id;
    const known = this.channels.get(this.dmChannelIds.get(playerId) ?? '');
    if (known) return known;
    const channel = createDmChannel(this.nextId(), player.user);
    this.channels.set(channel.api.id, channel);
    this.dmChannelIds.set(playerId, channel.api.id);
    this.emit({ kind: 'dm-opened', channel, playerId });
    return channel;
  }

  /** Back to the world as it was at the start. Sessions end through the `reset` event. */
  reset(): void {
    for (const interaction of this.interactions.values()) interaction.deadline.cancel();
    for (const map of [this.players, this.channels, this.categories, this.roles]) map.clear();
    for (const map of [this.dmChannelIds, this.interactions]) map.clear();
    this.attachments.clear();
    this.interactionsByToken.clear();
    this.nonces.clear();
    this.requests.clear();
    this.unhandled.length = 0;
    this.tokenIsReset = false;
    this.opensDmsTooFast = false;
    this.#populate();
    this.emit({ kind: 'reset' });
  }

  #populate(): void {
    for (const role of this.world.guild.roles) {
      this.roles.set(role.id, createRole(this.world, role));
      if (role.ofBot) this.botRoleIds.add(role.id);
    }
    for (const channel of this.world.guild.channels) {
      this.channels.set(channel.id, createGuildChannel(this.world, channel));
    }
    for (const player of this.world.players) {
      this.players.set(player.id, createPlayerRecord(player, this.clock.now()));
    }
  }
}
