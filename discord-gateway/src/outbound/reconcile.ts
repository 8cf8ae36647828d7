import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Lanes } from '../flow/lanes';
import { conversationsWithAgent } from '../store/conversations';
import { type CatchUpDependencies, readToEnd } from './catch-up';
import type { ReconcileTimes } from './reconcile-times';

export interface ReconcileDependencies extends CatchUpDependencies {
  lanes: Pick<Lanes, 'wake'>;
  /** Told of each conversation that is compared. */
  onPoll?: () => void;
  logger: Logger;
  signal: AbortSignal;
}

/** Milliseconds between two looks which conversations are due. */
const roundMs = 2_000;

/** So many conversations at once: thousands fit into their 45 s, and messages are not crowded out. */
const concurrency = 4;

/** Compares the end of every conversation with an agent, each in its own time, until the worker stops. Never rejects. */
export async function reconcile(deps: ReconcileDependencies, times: ReconcileTimes): Promise<void> {
  const { logger, signal } = deps;
  while (!signal.aborted) {
    const endsAtMs = performance.now() + roundMs;
    try {
      await reconcileOnce(deps, times, roundMs);
      await sleep(Math.max(0, endsAtMs - performance.now()), undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      logger.warn({ err: error }, 'could not compare conversations with Twilio');
      await sleep(roundMs, undefined, { signal }).catch(() => {});
    }
  }
}

/**
 * Compares the conversations that are due, one request for each: spread over so many milliseconds, a few side by side,
 * so that they are never a burst in the way of messages.
 */
export async function reconcileOnce(deps: ReconcileDependencies, times: ReconcileTimes, overMs: number): Promise<void> {
  const due = times.takeDue(await conversationsWithAgent(deps.pool));
  const beganAtMs = performance.now();
  const toCompare = due.entries();
  const compareNext = async () => {
    for (const [place, conversation] of toCompare) {
      const earlyMs = beganAtMs + (place * overMs) / due.length - performance.now();
      if (earlyMs > 0) await sleep(earlyMs, undefined, { signal: deps.signal });
      if (deps.signal.aborted) return;
      await compare(deps, conversation);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, compareNext));
}

async function compare(
  deps: ReconcileDependencies,
  { conversationSid, dmChannelId }: { conversationSid: string; dmChannelId: string },
): Promise<void> {
  try {
    deps.onPoll?.();
    const found = await readToEnd(deps, conversationSid);
    if (found === 0) return;
    deps.logger.info({ conversationSid, found }, 'found messages whose webhooks were lost');
    deps.lanes.wake(dmChannelId);
  } catch (error) {
    deps.logger.warn({ err: error, conversationSid }, 'could not compare a conversation with Twilio');
  }
}
