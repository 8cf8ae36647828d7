import { setTimeout as wait } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import type { Twilio } from 'twilio';
import { world } from '../world';
import { changeMessage } from './change-message';
import type { Transcript } from './check-transcripts';
import { lookSeldom } from './look-seldom';
import { Said, type SaidMessage } from './said';
import type { SeededRandom } from './seeded-random';
import { seenByAgents, seenByPlayers } from './seen';
import type { ChaosWorld } from './start-chaos-world';
import { tellAgentJoined } from './tell-agent-joined';

/** A player and the agent that the player talks with, each with what they wrote. */
interface Pair {
  playerId: string;
  conversationSid: string;
  byPlayer: Said;
  byAgent: Said;
  /** Nobody sends a message before the one before it has been sent. */
  lastWritten: { player: Promise<unknown>; agent: Promise<unknown> };
}

export interface ConversationPairsOptions {
  chaos: ChaosWorld;
  /** The official client, straight to the emulator: what agents write. */
  twilio: Twilio;
  count: number;
  random: SeededRandom;
}

const agent = world.twilio.agents[0];
/** So many people talk beside the others and change what they said: seldom enough for each change to be among the newest. */
const changersShare = 0.1;
/** People write several lines at once. */
const linesAtOnce = { chance: 0.2, more: 2 };
const openingWithinMs = 120_000;
const lookedWithinMs = 500;

/** Many DMs, each in a conversation with an agent, in which both sides write. */
export class ConversationPairs {
  #pairs: Pair[] = [];
  #written = 0;
  readonly #changed = { player: 0, agent: 0 };
  #isHeld = false;
  readonly #seenLately = lookSeldom(() => seenByAgents(this.options.chaos.twilio()), lookedWithinMs);
  readonly #lines = { player: { place: 0, left: 0 }, agent: { place: 0, left: 0 } };

  constructor(private readonly options: ConversationPairsOptions) {}

  /** Players join and write first, and an agent takes each conversation. */
  async open(onProgress: (line: string) => void): Promise<void> {
    const { chaos, count } = this.options;
    for (let number = 0; number < count + this.#changers; number += 1) await this.#join();
    for (const pair of this.#pairs) await this.#playerWrites(pair);
    const deadline = Date.now() + openingWithinMs;
    while (this.#pairs.some(({ conversationSid }) => conversationSid === '')) {
      if (Date.now() > deadline) throw new Error('The conversations were not opened in time');
      const sids = this.#conversationSids();
      const taken = this.#pairs.filter((pair) => {
        const conversationSid = sids.get(`discord_${pair.playerId}`)?.at(-1);
        if (!conversationSid || pair.conversationSid) return false;
        pair.conversationSid = conversationSid;
        return true;
      });
      await Promise.all(taken.map((pair) => tellAgentJoined(chaos, pair.conversationSid)));
      await wait(200);
    }
    onProgress(
      `${this.#pairs.length} players are in conversation, ${chaos.twilio().conversations.length} conversations`,
    );
  }

  /** Somebody new joins the server and writes, so that conversations are being opened while things break. */
  async newcomerWrites(): Promise<void> {
    if (this.#isHeld) return;
    await this.#playerWrites(await this.#join());
  }

  /** Until the returned function is called nobody new writes, and no player changes anything. */
  hold(): () => void {
    this.#isHeld = true;
    return () => {
      this.#isHeld = false;
    };
  }

  /** Whether nobody new writes at the moment. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** How often players have edited or deleted something. */
  get playersChanges(): number {
    return this.#changed.player;
  }

  /** Everybody who ever wrote. */
  playerIds(): readonly string[] {
    return this.#pairs.map(({ playerId }) => playerId);
  }

  /** One message of a player or an agent, of a pair drawn by lot. */
  async writeOne(side: 'player' | 'agent'): Promise<void> {
    const { random, count } = this.options;
    const lines = this.#lines[side];
    if (lines.left > 0) lines.left -= 1;
    else
      Object.assign(lines, {
        place: random.below(count),
        left: random.chance(linesAtOnce.chance) ? linesAtOnce.more : 0,
      });
    const pair = this.#pairs[lines.place];
    if (!pair) return;
    await (side === 'player' ? this.#playerWrites(pair) : this.#agentWrites(pair));
  }

  /** A player or an agent of those who do so writes a message and changes it. */
  async changeOne(side: 'player' | 'agent'): Promise<void> {
    const { random, count } = this.options;
    const pair = this.#pairs[count + random.below(this.#changers)];
    if (!pair) return;
    const isPlayer = side === 'player';
    await changeMessage({
      said: isPlayer ? pair.byPlayer : pair.byAgent,
      message: await (isPlayer ? this.#playerWrites(pair) : this.#agentWrites(pair)),
      random,
      mayChange: async () => {
        while (isPlayer && this.#isHeld) await wait(100);
        this.#changed[side] += 1;
      },
      isSeen: isPlayer
        ? (text) => this.#seenLately().get(`discord_${pair.playerId}`)?.includes(text) === true
        : undefined,
    });
  }

  get written(): { byPlayers: number; byAgents: number; changed: number } {
    const sum = (side: 'byPlayer' | 'byAgent') =>
      this.#pairs.reduce((total, pair) => total + pair[side].texts.length, 0);
    return {
      byPlayers: sum('byPlayer'),
      byAgents: sum('byAgent'),
      changed: this.#changed.player + this.#changed.agent,
    };
  }

  /** What was written, and what the other side has seen by now: read off the emulators, not off the relay's tables. */
  transcripts(): Transcript[] {
    const { chaos } = this.options;
    const inFlex = seenByAgents(chaos.twilio());
    const inDiscord = seenByPlayers(chaos.discord());
    return this.#pairs.flatMap(({ playerId, byPlayer, byAgent }) => [
      { written: byPlayer.texts, withdrawn: byPlayer.withdrawn, seen: inFlex.get(`discord_${playerId}`) ?? [] },
      { written: byAgent.texts, withdrawn: byAgent.withdrawn, seen: inDiscord.get(playerId) ?? [] },
    ]);
  }

  get #changers(): number {
    return Math.ceil(this.options.count * changersShare);
  }

  async #join(): Promise<Pair> {
    const player = await this.#control<{ id: string }>('players', { username: `player.${this.#pairs.length}` });
    const pair: Pair = {
      playerId: player.id,
      conversationSid: '',
      byPlayer: new Said(),
      byAgent: new Said(),
      lastWritten: { player: Promise.resolve(), agent: Promise.resolve() },
    };
    this.#pairs.push(pair);
    return pair;
  }

  async #playerWrites(pair: Pair): Promise<SaidMessage> {
    const text = `in ${this.#written++} of ${pair.playerId}`;
    pair.byPlayer.add(text);
    const messages = `players/${pair.playerId}/messages`;
    const write = () => this.#control<APIMessage>(messages, { dm: true, content: text });
    const written = pair.lastWritten.player.then(write);
    pair.lastWritten.player = written;
    const { id, channel_id: channelId } = await written;
    return {
      text,
      edit: (content) => this.#control(`${messages}/${id}`, { channelId, content }, 'PATCH'),
      remove: () => this.#control(`${messages}/${id}`, { channelId }, 'DELETE'),
    };
  }

  async #agentWrites(pair: Pair): Promise<SaidMessage> {
    const text = `out ${this.#written++} to ${pair.playerId}`;
    pair.byAgent.add(text);
    const { messages } = this.options.twilio.conversations.v1.conversations(pair.conversationSid);
    const loudly = { xTwilioWebhookEnabled: 'true' as const };
    const write = () => messages.create({ author: agent.identity, body: text, ...loudly });
    const written = pair.lastWritten.agent.then(write);
    pair.lastWritten.agent = written;
    const { sid } = await written;
    return {
      text,
      edit: async (body) => void (await messages(sid).update({ body, ...loudly })),
      remove: async () => void (await messages(sid).remove(loudly)),
    };
  }

  #conversationSids(): Map<string, string[]> {
    const sids = new Map<string, string[]>();
    for (const { sid, participants, messages } of this.options.chaos.twilio().conversations) {
      // No agent comes before the player's first message.
      if (messages.length === 0) continue;
      for (const identity of participants) {
        if (identity) sids.set(identity, [...(sids.get(identity) ?? []), sid]);
      }
    }
    return sids;
  }

  async #control<Answer>(route: string, body: object, method = 'POST'): Promise<Answer> {
    const answer = await fetch(`${this.options.chaos.address}/_sandbox/discord/${route}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  }
}
