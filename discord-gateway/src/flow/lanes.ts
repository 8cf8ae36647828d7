import type { Logger } from 'pino';
import { backOff } from './back-off';

/** What a step of a lane found. */
export type StepOutcome =
  /** It did something: there may be more. */
  | { kind: 'worked' }
  /** Nothing waits in this lane. */
  | { kind: 'idle' }
  /** The first thing in the lane is not due yet. */
  | { kind: 'later'; delayMs: number };

export interface LanesOptions {
  /** For the log: "inbound". */
  name: string;
  /** How many lanes may run a step at the same time. */
  concurrency: number;
  /** Does the next thing of a lane. Never called twice at once for one lane. */
  step: (lane: string) => Promise<StepOutcome>;
  logger: Logger;
}

/** Queues side by side: one thing at a time within a lane, many lanes at once. What waits is in the database, not here. */
export interface Lanes {
  /** Something may be waiting in this lane. Cheap, and never lost: a lane that is running looks once more. */
  wake(lane: string): void;
  /** Something may be waiting that nobody woke the lane for. One that has something to do finds it by itself. */
  wakeIdle(lane: string): void;
  /** Takes no further steps and resolves when the running ones are over. */
  stop(): Promise<void>;
}

interface LaneState {
  phase: 'ready' | 'running' | 'sleeping';
  wokenMeanwhile: boolean;
  failures: number;
  timer?: NodeJS.Timeout;
}

/** Runs lanes fairly: after each step a lane goes behind all others that are ready. */
export function createLanes({ name, concurrency, step, logger }: LanesOptions): Lanes {
  const lanes = new Map<string, LaneState>();
  const ready: string[] = [];
  const running = new Set<Promise<void>>();
  let stopped = false;

  function wake(lane: string): void {
    if (stopped) return;
    const state = lanes.get(lane);
    if (state?.phase === 'running') state.wokenMeanwhile = true;
    else if (state?.phase !== 'ready') makeReady(lane, state?.failures ?? 0);
  }

  function makeReady(lane: string, failures: number): void {
    clearTimeout(lanes.get(lane)?.timer);
    lanes.set(lane, { phase: 'ready', wokenMeanwhile: false, failures });
    ready.push(lane);
    startSteps();
  }

  function startSteps(): void {
    while (!stopped && running.size < concurrency) {
      const lane = ready.shift();
      if (lane === undefined) return;
      const run = runStep(lane).finally(() => {
        running.delete(run);
        startSteps();
      });
      running.add(run);
    }
  }

  async function runStep(lane: string): Promise<void> {
    const state: LaneState = { phase: 'running', wokenMeanwhile: false, failures: lanes.get(lane)?.failures ?? 0 };
    lanes.set(lane, state);
    const outcome = await outcomeOf(lane, state);
    if (stopped) return;
    if (outcome.kind === 'worked' || state.wokenMeanwhile) return makeReady(lane, state.failures);
    if (outcome.kind === 'idle') {
      lanes.delete(lane);
      return;
    }
    state.phase = 'sleeping';
    state.timer = setTimeout(() => makeReady(lane, state.failures), outcome.delayMs);
  }

  async function outcomeOf(lane: string, state: LaneState): Promise<StepOutcome> {
    try {
      const outcome = await step(lane);
      state.failures = 0;
      return outcome;
    } catch (error) {
      // A step keeps its own failures in the database; what arrives here is the database itself, or a defect.
      state.failures += 1;
      const delayMs = backOff(state.failures, { baseMs: 200, maxMs: 10_000 });
      logger.error({ err: error, lanes: name, lane, failures: state.failures, delayMs }, 'a step of a lane broke');
      state.wokenMeanwhile = false;
      return { kind: 'later', delayMs };
    }
  }

  return {
    wake,
    wakeIdle(lane) {
      if (!lanes.has(lane)) wake(lane);
    },
    async stop() {
      stopped = true;
      for (const state of lanes.values()) clearTimeout(state.timer);
      await Promise.all(running);
    },
  };
}
