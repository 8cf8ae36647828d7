import type { FollowUp } from '@discord-channel/case-management';

const secondMs = 1_000;
const dayMs = 24 * 60 * 60 * secondMs;

/** A press of the wrong button can be undone within this time, and the player is not asked. */
const ratingAfterMs = 3 * secondMs;
/** A case that is closed twice within this time is rated once. After it, nobody remembers what to rate. */
const ratingWithinMs = dayMs;

export interface NextQuestion {
  kind: 'reminder' | 'rating';
  dueAt: Date;
}

/**
 * What the player is to be asked next about a case, and when; undefined when there is nothing to ask.
 * @param reminderAfterSeconds how long an open case may be without news. 0: for ever.
 * @param lastSaidAt when anybody last said something in the player's DM
 */
export function nextQuestion(
  { status, closedAt, lastNewsAt, lastReminderAt, lastRatingAt, readAt }: FollowUp,
  { reminderAfterSeconds, lastSaidAt }: { reminderAfterSeconds: number; lastSaidAt: Date | null },
): NextQuestion | undefined {
  if (status === 'closed' && closedAt) {
    const isOld = readAt.getTime() - closedAt.getTime() > ratingWithinMs;
    const isRated = lastRatingAt !== null && closedAt.getTime() - lastRatingAt.getTime() < ratingWithinMs;
    return isOld || isRated ? undefined : { kind: 'rating', dueAt: new Date(closedAt.getTime() + ratingAfterMs) };
  }
  // An elevated case is waiting for the team, not for the player.
  if (status !== 'open' || reminderAfterSeconds === 0) return undefined;
  if (lastReminderAt && lastReminderAt.getTime() >= lastNewsAt.getTime()) return undefined;
  const heardAt = Math.max(lastNewsAt.getTime(), lastSaidAt?.getTime() ?? 0);
  return { kind: 'reminder', dueAt: new Date(heardAt + reminderAfterSeconds * secondMs) };
}
