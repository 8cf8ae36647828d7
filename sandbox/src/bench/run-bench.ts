import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../postgres/start-postgres';
import { runScript } from '../processes/run-script';
import { type Contestant, startOurs, startScript } from './contestants/start-contestants';
import { type Direction, type Measurement, measure, quantile } from './measure';
import { cpuSeconds, residentMegabytes } from './read-process';
import { createSeededRandom } from './seeded-random';
import { startArena } from './start-arena';

export interface BenchOptions {
  seed: number;
  /** Conversations in play. */
  conversations: number;
  /** Open conversations when the memory is read; those beyond the ones in play are the bot's. */
  openConversations: number;
  /** How often each contestant has its turn. */
  rounds: number;
  /** Messages of one turn. */
  messages: number;
  /** Messages a second, each way, while Twilio and Discord are remote. */
  remotePerSecond: number;
  onProgress: (line: string) => void;
}

interface Ratios {
  p50Ratio: number;
  p99Ratio: number;
}
interface Added {
  addedP50Ms: number;
  addedP99Ms: number;
}

export interface BenchResult {
  remote60: Record<Direction, Ratios>;
  zero: Record<Direction, Added>;
  throughput: Record<`${Direction}VsNaive` | `${Direction}PerSecond`, number>;
  twilioCalls: {
    firstContact: number;
    laterInbound: number;
    outboundText: number;
    deliveryMarks: number;
    polls: number;
  };
  rssMb: number;
  conversations: number;
}

/** The request that shows agents what was delivered: it comes at its own pace, and not per message. */
const mark = /^POST .*Participants\/:participant$/;
const directions: readonly Direction[] = ['inbound', 'outbound'];
const root = join(__dirname, '../../..');
const twoPlaces = (value: number) => Math.round(value * 100) / 100;

/** Lets the bare client, the naive design and the worker carry the same load by turns, and compares them. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const { conversations, rounds, messages, onProgress } = options;
  const random = createSeededRandom(options.seed);
  const logs = join(root, '.sandbox', `bench-${process.pid}`);
  mkdirSync(logs, { recursive: true });
  const stopping: (() => Promise<unknown>)[] = [];
  const started = <Part extends { stop(): Promise<unknown> }>(part: Part) => {
    stopping.push(() => part.stop());
    return part;
  };
  try {
    const postgres = started(await startPostgres());
    const databaseUrl = await postgres.database('bench');
    await runScript('migrate.ts', [], { DATABASE_DIRECT_URL: databaseUrl });

    const script = async (name: 'floor' | 'naive') =>
      started(await startScript(name, started(await startArena(random)), conversations, join(logs, `${name}.log`)));
    const floor = await script('floor');
    const naive = await script('naive');
    const arena = started(await startArena(random));
    const ours = started(await startOurs(arena, databaseUrl, join(logs, 'ours.log')));
    const contestants: readonly Contestant[] = [floor, naive, ours];

    const untilQuiet = async () => {
      while (arena.quietForMs() < 1_500) await wait(100);
    };
    const sumOfCalls = () => [...arena.twilioCalls().values()].reduce((sum, count) => sum + count, 0);

    arena.resetCounts();
    const opened = await ours.open(conversations);
    const firstContact = sumOfCalls() / conversations;
    onProgress(`${conversations} DMs in play for each contestant; Twilio calls for the first contact of a new player:`);
    for (const [route, count] of arena.twilioCalls()) onProgress(`  ${twoPlaces(count / conversations)} ${route}`);
    await ours.joinAgent(opened);
    await untilQuiet();

    /** Every contestant by turns, in another order each round. */
    const play = async (
      direction: Direction,
      players: readonly Contestant[],
      perSecond: number,
      count: number,
    ): Promise<Map<Contestant, Measurement[]>> => {
      const results = new Map<Contestant, Measurement[]>(players.map((player) => [player, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (let turn = 0; turn < players.length; turn += 1) {
          const player = players[(round + turn) % players.length] as Contestant;
          const result = await measure(player, { direction, messages: count, perSecond, random });
          if (result.missing > 0) onProgress(`  ${player.name} has not carried ${result.missing} of ${count} in time`);
          results.get(player)?.push(result);
          await untilQuiet();
        }
      }
      for (const [{ name }, measured] of results) onProgress(`  ${direction} ${name}: ${describe(measured)}`);
      return results;
    };
    const latencies = (results: Map<Contestant, Measurement[]>, player: Contestant) =>
      results.get(player)?.flatMap(({ latenciesMs }) => latenciesMs) ?? [];
    const perSecond = (results: Map<Contestant, Measurement[]>, player: Contestant) =>
      quantile(results.get(player)?.map((one) => one.perSecond) ?? [], 0.5);

    // Code that has run for minutes, as in production: each contestant has another amount of it to make fast.
    onProgress('warming up');
    for (const direction of directions) {
      for (const contestant of contestants) {
        await measure(contestant, { direction, messages, perSecond: Number.POSITIVE_INFINITY, random });
        await untilQuiet();
      }
    }

    onProgress('zero latency, saturated');
    arena.resetCounts();
    const inbound = await play('inbound', contestants, Number.POSITIVE_INFINITY, messages);
    const posts = (route: RegExp) =>
      [...arena.twilioCalls()].reduce((sum, [name, count]) => (route.test(name) ? sum + count : sum), 0);
    const polls = posts(/^GET .*Messages$/);
    const laterInbound = (sumOfCalls() - polls - posts(mark)) / (rounds * messages);
    arena.resetCounts();
    const outbound = await play('outbound', contestants, Number.POSITIVE_INFINITY, messages);
    const outboundPolls = posts(/^GET .*Messages$/);
    const marks = posts(mark);
    const outboundText = (sumOfCalls() - outboundPolls - marks) / (rounds * messages);
    onProgress(
      `  apart from these: ${polls + outboundPolls} calls that compare a conversation's end every 45 s, ${marks} that mark what was delivered`,
    );

    const saturation = { inbound: perSecond(inbound, ours), outbound: perSecond(outbound, ours) };
    const zero = {} as BenchResult['zero'];
    const remote60 = {} as BenchResult['remote60'];
    for (const direction of directions) {
      const rate = saturation[direction] / 2;
      onProgress(`zero latency, ${Math.round(rate)} messages a second, half of our saturation`);
      const results = await play(direction, [floor, naive, ours], rate, messages);
      const added = (share: number) =>
        twoPlaces(quantile(latencies(results, ours), share) - quantile(latencies(results, floor), share));
      zero[direction] = { addedP50Ms: added(0.5), addedP99Ms: added(0.99) };
    }
    for (const { arena: one } of contestants) Object.assign(one.latency, { meanMs: 60, spreadMs: 20 });
    for (const direction of directions) {
      onProgress(`60 ms +- 20 to Twilio and Discord, ${options.remotePerSecond} messages a second`);
      const results = await play(direction, contestants, options.remotePerSecond, messages);
      const ratio = (share: number) =>
        twoPlaces(quantile(latencies(results, ours), share) / quantile(latencies(results, floor), share));
      remote60[direction] = { p50Ratio: ratio(0.5), p99Ratio: ratio(0.99) };
    }
    for (const { arena: one } of contestants) Object.assign(one.latency, { meanMs: 0, spreadMs: 0 });

    /** What one message costs the worker, with as many conversations as are open. */
    const cost = async () => {
      const before = await cpuSeconds(ours.pid);
      const { perSecond: rate } = await measure(ours, { direction: 'inbound', messages, perSecond: Infinity, random });
      const cpuMs = (((await cpuSeconds(ours.pid)) - before) * 1_000) / messages;
      await untilQuiet();
      return `${twoPlaces(cpuMs)} ms of the worker's CPU for a message inbound, ${Math.round(rate)} a second`;
    };
    onProgress(`${conversations} open conversations: ${await cost()}`);
    const more = options.openConversations - conversations;
    if (more > 0) {
      await ours.open(more);
      onProgress(`${options.openConversations} open conversations`);
      // The bot answers the newcomers' first messages meanwhile.
      await wait(12_000);
      await untilQuiet();
      onProgress(`${options.openConversations} open conversations: ${await cost()}`);
    }
    return {
      remote60,
      zero,
      throughput: {
        inboundVsNaive: twoPlaces(saturation.inbound / perSecond(inbound, naive)),
        outboundVsNaive: twoPlaces(saturation.outbound / perSecond(outbound, naive)),
        inboundPerSecond: Math.round(saturation.inbound),
        outboundPerSecond: Math.round(saturation.outbound),
      },
      twilioCalls: {
        firstContact: twoPlaces(firstContact),
        laterInbound: twoPlaces(laterInbound),
        outboundText: twoPlaces(outboundText),
        deliveryMarks: marks,
        polls: polls + outboundPolls,
      },
      rssMb: Math.round(await residentMegabytes(ours.pid)),
      conversations: Math.max(conversations, options.openConversations),
    };
  } finally {
    for (const stopPart of stopping.reverse()) await stopPart();
  }
}

function describe(measured: readonly Measurement[]): string {
  const all = measured.flatMap(({ latenciesMs }) => latenciesMs);
  const rates = measured.map(({ perSecond }) => Math.round(perSecond)).join(', ');
  return `p50 ${quantile(all, 0.5).toFixed(1)} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms; a second, by round: ${rates}`;
}
