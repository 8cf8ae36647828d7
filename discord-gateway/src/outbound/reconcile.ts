import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Lanes } from '../flow/lanes';
import { conversationsWithAgent } from '../store/conversations';
import { type CatchUpDependencies, readToEnd } from './catch-up';

export interface ReconcileDependencies extends CatchUpDependencies {
  lanes: Pick<Lanes, 'wake'>;
  /** Told of each conversation that is compared. */
  onPoll?: () => void;
  logger: Logger;
  signal: AbortSignal;
}

/** Milliseconds from the beginning of one round to that of the next: a lost last message reaches the player within 60 s. */
const everyMs = 45_000;

/** So many conversations at once: thousands fit into a round, and messages are not crowded out. */
const concurrency = 4;

/** Compares the end of every conversation with an agent, round after round, until the worker stops. Never rejects. */
export async function reconcile(deps: ReconcileDependencies): Promise<void> {
  const { logger, signal } = deps;
  let beganAtMs = performance.now();
  while (!signal.aborted) {
    try {
      await sleep(Math.max(0, beganAtMs + everyMs - performance.now()), undefined, { signal });
      beganAtMs = performance.now();
      await reconcileOnce(deps);
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'could not compare conversations with Twilio');
    }
  }
}

/** One round: one request for each conversation, a few side by side. */
export async function reconcileOnce(deps: ReconcileDependencies): Promise<void> {
  const toCompare = (await conversationsWithAgent(deps.pool)).values();
  const compareAll = async () => {
    for (const conversation of toCompare) {
      if (deps.signal.aborted) return;
      await compare(deps, conversation);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, compareAll));
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
