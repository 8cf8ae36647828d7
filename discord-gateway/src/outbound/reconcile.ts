import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Lanes } from '../flow/lanes';
import { conversationsWithAgent } from '../store/conversations';
import { type CatchUpDependencies, readToEnd } from './catch-up';

export interface ReconcileDependencies extends CatchUpDependencies {
  lanes: Lanes;
  logger: Logger;
  signal: AbortSignal;
}

/** Milliseconds between two rounds: a lost last message reaches the player within 60 s. */
const everyMs = 45_000;

/** Compares the end of every conversation with an agent, round after round, until the worker stops. Never rejects. */
export async function reconcile(deps: ReconcileDependencies): Promise<void> {
  const { logger, signal } = deps;
  while (!signal.aborted) {
    try {
      await sleep(everyMs, undefined, { signal });
      await reconcileOnce(deps);
    } catch (error) {
      if (!signal.aborted) logger.warn({ err: error }, 'could not compare conversations with Twilio');
    }
  }
}

/** One round: one request for each conversation, one after the other, so that it never crowds out messages. */
export async function reconcileOnce(deps: ReconcileDependencies): Promise<void> {
  for (const { conversationSid, dmChannelId } of await conversationsWithAgent(deps.pool)) {
    if (deps.signal.aborted) return;
    try {
      const found = await readToEnd(deps, conversationSid);
      if (found === 0) continue;
      deps.logger.info({ conversationSid, found }, 'found messages whose webhooks were lost');
      deps.lanes.wake(dmChannelId);
    } catch (error) {
      deps.logger.warn({ err: error, conversationSid }, 'could not compare a conversation with Twilio');
    }
  }
}
