import { setTimeout as wait } from 'node:timers/promises';
import { breakThings } from './break-things';
import { checkTranscripts, type TranscriptFaults } from './check-transcripts';
import { ConversationPairs } from './conversation-pairs';
import { createTwilioAt } from './create-twilio-at';
import { type FaultName, Faults } from './faults';
import { createSeededRandom } from './seeded-random';
import { startChaosWorld } from './start-chaos-world';

export interface ChaosOptions {
  /** How long both sides write, in seconds. */
  seconds: number;
  seed: number;
  /** How many DMs are in play. */
  conversations: number;
  /** Messages that each side writes, all together, in a minute. */
  perMinute: number;
  onProgress: (line: string) => void;
}

export interface ChaosResult extends Omit<TranscriptFaults, 'examples'> {
  sentIn: number;
  sentOut: number;
  kills: number;
  faults: Record<FaultName, number>;
  /** Milliseconds that the last message needed after the writing had ended. */
  settledInMs: number;
  crashPoints: number;
  seed: number;
}

/** What is not there so many milliseconds after the last word is lost. */
const quietWithinMs = 120_000;

/**
 * Both sides write while everything breaks, then everything is whole again and has two minutes to deliver. Compares
 * what was written with what was seen.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seconds, seed, conversations: count, perMinute, onProgress } = options;
  const random = createSeededRandom(seed);
  const faults = new Faults(createSeededRandom(seed + 1));
  const chaos = await startChaosWorld(faults, onProgress);
  try {
    const pairs = new ConversationPairs({ chaos, twilio: createTwilioAt(chaos), count, random });
    await pairs.open(onProgress);

    const ending = new AbortController();
    faults.armed = true;
    const breaking = breakThings({
      chaos,
      faults,
      random: createSeededRandom(seed + 2),
      signal: ending.signal,
      onProgress,
    });
    await write(pairs, { seconds, perMinute, onProgress });
    ending.abort();
    faults.armed = false;
    faults.throttling = false;
    const reached = await breaking;
    onProgress(`writing has ended: ${pairs.written.byPlayers} in, ${pairs.written.byAgents} out; waiting for quiet`);

    const endedAt = performance.now();
    let found = checkTranscripts(pairs.transcripts());
    while (found.lost > 0 && performance.now() - endedAt < quietWithinMs) {
      await wait(1_000);
      found = checkTranscripts(pairs.transcripts());
    }
    const settledInMs = Math.round(performance.now() - endedAt);
    for (const example of found.examples) onProgress(example);
    const { lost, duplicated, reordered } = found;
    if (lost + duplicated + reordered > 0) onProgress(`The logs are in ${chaos.logDirectory}`);
    return {
      sentIn: pairs.written.byPlayers,
      sentOut: pairs.written.byAgents,
      lost,
      duplicated,
      reordered,
      kills: chaos.workers.kills,
      faults: faults.counts,
      settledInMs,
      crashPoints: new Set(reached).size,
      seed,
    };
  } finally {
    await chaos.stop();
  }
}

const newcomerEveryMs = 500;

/** Both sides at a steady rate, however slowly anything answers. */
async function write(
  pairs: ConversationPairs,
  { seconds, perMinute, onProgress }: Pick<ChaosOptions, 'seconds' | 'perMinute' | 'onProgress'>,
): Promise<void> {
  const started = performance.now();
  const underWay = new Set<Promise<void>>();
  const begin = (writing: Promise<void>) => {
    underWay.add(writing);
    void writing.finally(() => underWay.delete(writing));
  };
  let due = 0;
  let newcomers = 0;
  for (let tick = 0; performance.now() - started < seconds * 1_000; tick += 1) {
    const elapsed = performance.now() - started;
    while (due < (elapsed / 60_000) * perMinute) {
      due += 1;
      begin(pairs.writeOne('player'));
      begin(pairs.writeOne('agent'));
    }
    while (newcomers < elapsed / newcomerEveryMs) {
      newcomers += 1;
      begin(pairs.newcomerWrites());
    }
    if (tick % 250 === 249) onProgress(`${Math.round(elapsed / 1_000)} s: ${due} messages each way`);
    await wait(40);
  }
  await Promise.all(underWay);
}
