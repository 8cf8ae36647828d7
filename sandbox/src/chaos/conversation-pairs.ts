import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { newSid } from '../twilio/rest/new-sid';
import { createSignedPoster } from '../twilio/signed-poster';
import { world } from '../world';
import type { Transcript } from './check-transcripts';
import type { SeededRandom } from './seeded-random';
import type { ChaosWorld } from './start-chaos-world';

/** A player and the agent that the player talks with, each with what they wrote. */
interface Pair {
  playerId: string;
  conversationSid: string;
  writtenByPlayer: string[];
  writtenByAgent: string[];
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
const openingWithinMs = 120_000;

/** Many DMs, each in a conversation with an agent, in which both sides write. */
export class ConversationPairs {
  #pairs: Pair[] = [];
  #written = 0;
  #areNewcomersHeld = false;

  constructor(private readonly options: ConversationPairsOptions) {}

  /** Players join and write first, and an agent takes each conversation. */
  async open(onProgress: (line: string) => void): Promise<void> {
    const { chaos, count } = this.options;
    for (let number = 0; number < count; number += 1) await this.#join();
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
      await Promise.all(taken.map((pair) => this.#agentJoins(pair)));
      await wait(200);
    }
    onProgress(
      `${this.#pairs.length} players are in conversation, ${chaos.twilio().conversations.length} conversations`,
    );
  }

  /** Somebody new joins the server and writes, so that conversations are being opened while things break. */
  async newcomerWrites(): Promise<void> {
    if (this.#areNewcomersHeld) return;
    await this.#playerWrites(await this.#join());
  }

  /** Until the returned function is called nobody new writes. */
  holdNewcomers(): () => void {
    this.#areNewcomersHeld = true;
    return () => {
      this.#areNewcomersHeld = false;
    };
  }

  /** Everybody who ever wrote. */
  playerIds(): readonly string[] {
    return this.#pairs.map(({ playerId }) => playerId);
  }

  /** One message of a player or an agent, of a pair drawn by lot. */
  async writeOne(side: 'player' | 'agent'): Promise<void> {
    const pair = this.#pairs[this.options.random.below(this.options.count)];
    if (!pair) return;
    await (side === 'player' ? this.#playerWrites(pair) : this.#agentWrites(pair));
  }

  get written(): { byPlayers: number; byAgents: number } {
    const sum = (lists: string[][]) => lists.reduce((total, { length }) => total + length, 0);
    return {
      byPlayers: sum(this.#pairs.map(({ writtenByPlayer }) => writtenByPlayer)),
      byAgents: sum(this.#pairs.map(({ writtenByAgent }) => writtenByAgent)),
    };
  }

  /** What was written, and what the other side has seen by now: read off the emulators, not off the relay's tables. */
  transcripts(): Transcript[] {
    const { chaos } = this.options;
    const inFlex = new Map<string, string[]>();
    for (const { messages } of chaos.twilio().conversations) {
      for (const { author, body } of messages) inFlex.set(author, [...(inFlex.get(author) ?? []), body ?? '']);
    }
    const inDiscord = new Map(
      chaos
        .discord()
        .channels.map(({ playerId, messages }) => [
          playerId,
          messages.filter(({ author }) => author.id !== playerId).map(({ content }) => content),
        ]),
    );
    return this.#pairs.flatMap(({ playerId, writtenByPlayer, writtenByAgent }) => [
      { written: writtenByPlayer, seen: inFlex.get(`discord_${playerId}`) ?? [] },
      { written: writtenByAgent, seen: inDiscord.get(playerId) ?? [] },
    ]);
  }

  async #join(): Promise<Pair> {
    const player = await this.#control<{ id: string }>('players', { username: `player.${this.#pairs.length}` });
    const pair: Pair = {
      playerId: player.id,
      conversationSid: '',
      writtenByPlayer: [],
      writtenByAgent: [],
      lastWritten: { player: Promise.resolve(), agent: Promise.resolve() },
    };
    this.#pairs.push(pair);
    return pair;
  }

  async #playerWrites(pair: Pair): Promise<void> {
    const content = `in ${this.#written++} of ${pair.playerId}`;
    pair.writtenByPlayer.push(content);
    const write = () => this.#control(`players/${pair.playerId}/messages`, { dm: true, content });
    pair.lastWritten.player = pair.lastWritten.player.then(write);
    await pair.lastWritten.player;
  }

  async #agentWrites(pair: Pair): Promise<void> {
    const body = `out ${this.#written++} to ${pair.playerId}`;
    pair.writtenByAgent.push(body);
    const { messages } = this.options.twilio.conversations.v1.conversations(pair.conversationSid);
    const write = () => messages.create({ author: agent.identity, body, xTwilioWebhookEnabled: 'true' });
    pair.lastWritten.agent = pair.lastWritten.agent.then(write);
    await pair.lastWritten.agent;
  }

  /** Event Streams tells the workers; it repeats until somebody takes it. */
  async #agentJoins({ conversationSid }: Pair): Promise<void> {
    const { publicUrl, twilioAuthToken } = this.options.chaos;
    const event = {
      specversion: '1.0',
      type: 'com.twilio.taskrouter.reservation.accepted',
      id: `EZ${randomUUID().replaceAll('-', '')}`,
      data: {
        payload: {
          task_sid: newSid('WT'),
          task_attributes: JSON.stringify({ channelType: 'discord', conversationSid }),
          reservation_sid: newSid('WR'),
          worker_name: agent.friendlyName,
          worker_attributes: JSON.stringify({ full_name: agent.fullName }),
        },
      },
    };
    const poster = createSignedPoster({ authToken: twilioAuthToken });
    for (;;) {
      const outcome = await poster.postJson(`${publicUrl}/twilio/events`, [event], 5_000);
      if (outcome.kind === 'answered' && outcome.status < 300) break;
      await wait(200);
    }
    poster.close();
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

  async #control<Answer>(route: string, body: object): Promise<Answer> {
    const answer = await fetch(`${this.options.chaos.address}/_sandbox/discord/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}
