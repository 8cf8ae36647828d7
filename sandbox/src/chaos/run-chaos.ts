import { join } from 'node:path';
import { breakThings } from './break-things';
import type { TranscriptFaults } from './check-transcripts';
import { ConversationPairs } from './conversation-pairs';
import { CrashPlan } from './crash-plan';
import { createTwilioAt } from './create-twilio-at';
import type { DisturbanceName } from './disturbances';
import { dumpRelay } from './dump-relay';
import { type FaultName, Faults } from './faults';
import { createSeededRandom } from './seeded-random';
import { startChaosWorld } from './start-chaos-world';
import { expected, tellShortcomings } from './tell-shortcomings';
import { untilQuiet } from './until-quiet';
import type { FailoverTimes } from './watch-failovers';
import { type Resources, watchResources } from './watch-resources';
import { write } from './write-messages';

export interface ChaosOptions {
  /** How long both sides write, in seconds. From 60 on they go on, for two minutes at most, while something of `expected` is missing. */
  seconds: number;
  seed: number;
  /** How many DMs are in play. */
  conversations: number;
  /** Messages that each side writes, all together, in a minute. */
  perMinute: number;
  onProgress: (line: string) => void;
  /** The built worker; that of this repository when nothing is said. */
  program?: string;
  /** For a run that looks for one thing: only these crash points and disturbances, and an end at the first fault found. */
  focus?: { crashPoints: readonly string[]; disturbances: readonly DisturbanceName[] };
}

export interface ChaosResult extends Omit<TranscriptFaults, 'examples'> {
  sentIn: number;
  sentOut: number;
  /** Edits and deletions of both sides. */
  changed: number;
  kills: number;
  faults: Record<FaultName, number>;
  /** How many of the named moments a worker died at. */
  crashPoints: { reached: number; total: number; missing: string[] };
  failover: FailoverTimes;
  /** Seconds that both sides wrote. */
  wroteSeconds: number;
  /** Milliseconds that the last message needed after the writing had ended. */
  settledInMs: number;
  memory: Resources['memory'];
  connections: Resources['connections'];
  /** What a run of this length was to show and has not, a sentence each. */
  shortcomings: string[];
  seed: number;
}

const everyDisturbance: readonly DisturbanceName[] = [
  'disconnect',
  'reconnect',
  'expire',
  'throttle',
  'restart-database',
  'suspend',
];
const mostOvertimeSeconds = 120;
/** A longer run kills for this long only, and then watches one process. */
const killingMs = 120_000;

/**
 * Both sides write while everything breaks, then everything is whole again and has two minutes to deliver. Compares
 * what was written with what was seen.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seconds, seed, conversations: count, perMinute, onProgress, program, focus } = options;
  const faults = new Faults(createSeededRandom(seed + 1));
  const chaos = await startChaosWorld({ faults, onProgress, program });
  const resources = watchResources({
    pids: () => chaos.workers.workers().map(({ pid }) => pid),
    delivering: () => chaos.workers.delivering()?.pid,
    databaseUrl: chaos.databaseUrl,
    file: join(chaos.logDirectory, 'resources.jsonl'),
  });
  try {
    const pairs = new ConversationPairs({
      chaos,
      twilio: createTwilioAt(chaos),
      count,
      random: createSeededRandom(seed),
    });
    await pairs.open(onProgress);

    const plan = new CrashPlan(undefined, focus?.crashPoints);
    const hasEnough = () =>
      plan.progress.missing.length === 0 &&
      chaos.workers.kills >= expected.crashes.kills &&
      faults.counts.stopped >= expected.crashes.hangs;
    const ending = new AbortController();
    const began = performance.now();
    faults.armed = true;
    const breaking = breakThings({
      chaos,
      pairs,
      faults,
      random: createSeededRandom(seed + 2),
      plan,
      durationMs: seconds * 1_000,
      disturbances: focus?.disturbances ?? everyDisturbance,
      isKillingOver: () => performance.now() - began > killingMs && hasEnough(),
      signal: ending.signal,
      onProgress,
    });
    const wroteSeconds = await write(pairs, {
      seconds,
      mostSeconds: seconds + (seconds >= expected.crashes.fromSeconds && !focus ? mostOvertimeSeconds : 0),
      isEnough: hasEnough,
      perMinute,
      wantsNewcomers: () => plan.wants('first contact'),
      onProgress,
    });
    ending.abort();
    await breaking;
    faults.armed = false;
    faults.throttling = false;
    onProgress(`writing has ended: ${pairs.written.byPlayers} in, ${pairs.written.byAgents} out; waiting for quiet`);

    const { settledInMs, found } = await untilQuiet(pairs, { atFirstFault: focus !== undefined });
    for (const example of found.examples) onProgress(example);
    const { lost, duplicated, reordered, strayed, stale } = found;
    if (lost + duplicated + reordered + strayed + stale > 0) {
      await dumpRelay(chaos.databaseUrl, chaos.logDirectory);
      onProgress(`The logs are in ${chaos.logDirectory}`);
    }
    const result = {
      sentIn: pairs.written.byPlayers,
      sentOut: pairs.written.byAgents,
      changed: pairs.written.changed,
      lost,
      duplicated,
      reordered,
      strayed,
      stale,
      kills: chaos.workers.kills,
      faults: faults.counts,
      crashPoints: plan.progress,
      failover: chaos.workers.failovers.times(),
      wroteSeconds,
      settledInMs,
      ...(await resources.stop()),
      seed,
    };
    return { ...result, shortcomings: focus ? [] : tellShortcomings(result, seconds) };
  } finally {
    await resources.stop();
    await chaos.stop();
  }
}
