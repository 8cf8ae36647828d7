import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import type { StepOutcome } from '../flow/lanes';
import { saveMark, type WantedMark, wantedMark } from '../store/delivery-marks';
import type { ConversationsApi } from '../twilio/conversations-api';
import { twilioFailure } from '../twilio/twilio-failure';

export interface MarkDependencies {
  pool: Pool;
  conversations: ConversationsApi;
  logger: Logger;
  /** Told of each request that marks. */
  onMarked?: () => void;
  /** Milliseconds that a mark keeps its place in the lanes at least: with many conversations their own requests come first. */
  paceMs: number;
  /** Milliseconds of a monotonic clock. */
  monotonicNow: () => number;
}

/** Milliseconds after a delivery in which further ones join the same mark. */
const gatherMs = 1_000;
/** Milliseconds between two marks of a conversation at least. */
const apartMs = 3_000;

/**
 * Makes the step of a lane per conversation that shows agents what the player has: one request moves the player's read
 * horizon to the last message of an agent that Discord took, at most every three seconds. It is looked up when it is
 * due, so nothing has to be remembered here but the time, and a restart loses no mark. It goes out beside the messages
 * and holds up none of them.
 */
export function createMarkStep(deps: MarkDependencies): (conversationSid: string) => Promise<StepOutcome> {
  const { pool, conversations, logger, onMarked, paceMs, monotonicNow } = deps;
  const dueAt = new Map<string, number>();

  async function mark(conversationSid: string): Promise<StepOutcome> {
    const wanted = await wantedMark(pool, conversationSid);
    if (!wanted) {
      dueAt.delete(conversationSid);
      return { kind: 'idle' };
    }
    dueAt.set(conversationSid, monotonicNow() + apartMs);
    onMarked?.();
    await Promise.all([show(conversationSid, wanted), sleep(paceMs)]);
    return { kind: 'later', delayMs: apartMs };
  }

  async function show(conversationSid: string, { participantSid, index }: WantedMark): Promise<void> {
    try {
      await conversations.moveReadHorizon(conversationSid, participantSid, index);
    } catch (error) {
      logger.warn({ err: error, conversationSid }, 'could not show that messages were delivered');
      // Over, or its player gone: nobody looks at it. Anything else may work the next time.
      if (twilioFailure(error)?.kind !== 'refused') return;
    }
    await saveMark(pool, conversationSid, index);
  }

  return async (conversationSid) => {
    const now = monotonicNow();
    const due = dueAt.get(conversationSid) ?? now + gatherMs;
    dueAt.set(conversationSid, due);
    return due > now ? { kind: 'later', delayMs: Math.ceil(due - now) } : mark(conversationSid);
  };
}
