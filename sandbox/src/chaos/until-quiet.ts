import { setTimeout as wait } from 'node:timers/promises';
import { checkTranscripts, type TranscriptFaults } from './check-transcripts';
import type { ConversationPairs } from './conversation-pairs';

/** What is not there so many milliseconds after the last word is lost. */
const quietWithinMs = 120_000;
/** For so many milliseconds after the last message a second copy of one may still come. */
const aftermathMs = 12_000;
const lookEveryMs = 2_000;

export interface Quiet {
  /** Milliseconds until nothing was missing, or until the patience ended. */
  settledInMs: number;
  found: TranscriptFaults;
}

/** Waits until everything has been seen, and then for what comes too often. `atFirstFault`: no longer than until a fault is certain. */
export async function untilQuiet(
  pairs: ConversationPairs,
  { atFirstFault }: { atFirstFault: boolean },
): Promise<Quiet> {
  const endedAt = performance.now();
  const elapsedMs = () => performance.now() - endedAt;
  const look = () => checkTranscripts(pairs.transcripts());
  const isCertain = ({ duplicated, reordered, strayed }: TranscriptFaults) => duplicated + reordered + strayed > 0;
  let found = look();
  while (found.lost + found.stale > 0 && elapsedMs() < quietWithinMs) {
    if (atFirstFault && isCertain(found)) break;
    await wait(lookEveryMs);
    found = look();
  }
  const settledInMs = Math.round(elapsedMs());
  if (found.lost + found.stale > 0 || (atFirstFault && isCertain(found))) return { settledInMs, found };
  await wait(aftermathMs);
  return { settledInMs, found: look() };
}
