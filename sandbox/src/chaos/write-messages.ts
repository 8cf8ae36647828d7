import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationPairs } from './conversation-pairs';

export interface WriteOptions {
  seconds: number;
  /** How long it may go on while there is not enough. */
  mostSeconds: number;
  /** Whether the run has seen all that it is to see. */
  isEnough: () => boolean;
  /** Messages of each side. */
  perMinute: number;
  /** Whether newcomers are wanted often, since something that only a first contact leads to is still to be seen. */
  wantsNewcomers: () => boolean;
  onProgress: (line: string) => void;
}

const newcomerEveryMs = 500;
/** While newcomers are wanted there is one for so many messages of each side: a small run is not flooded with them. */
const messagesPerNewcomer = 7;
/** So many of those written are changed, by people of their own. */
const changedShare = 0.02;
/** Beyond its time a run writes only so much of its rate: enough for what is still to be broken. */
const overtimeRate = 0.25;
const tickMs = 40;
const toldEveryMs = 10_000;

/** Both sides at a steady rate, however slowly anything answers. @returns for how many seconds they wrote. */
export async function write(pairs: ConversationPairs, options: WriteOptions): Promise<number> {
  const { seconds, mostSeconds, isEnough, perMinute, wantsNewcomers, onProgress } = options;
  const wantedEveryMs = Math.min(newcomerEveryMs, (60_000 / perMinute) * messagesPerNewcomer);
  const started = performance.now();
  const elapsedMs = () => performance.now() - started;
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const begin = (writing: Promise<void>) => {
    const ended = writing.catch((error: unknown) => void failures.push(error)).finally(() => underWay.delete(ended));
    underWay.add(ended);
  };
  let due = 0;
  let newcomerDueMs = 0;
  let changes = 0;
  let told = 0;
  while (elapsedMs() < seconds * 1_000 || (elapsedMs() < mostSeconds * 1_000 && !isEnough())) {
    const elapsed = elapsedMs();
    const overtimeMs = Math.max(0, elapsed - seconds * 1_000);
    while (due < ((elapsed - overtimeMs * (1 - overtimeRate)) / 60_000) * perMinute) {
      due += 1;
      begin(pairs.writeOne('player'));
      begin(pairs.writeOne('agent'));
    }
    // What is still to be broken beyond the time may well be a change.
    while (changes < (elapsed / 60_000) * perMinute * changedShare) {
      changes += 1;
      begin(pairs.changeOne('player'));
      begin(pairs.changeOne('agent'));
    }
    while (newcomerDueMs < elapsed) {
      newcomerDueMs += wantsNewcomers() ? wantedEveryMs : newcomerEveryMs;
      begin(pairs.newcomerWrites());
    }
    if (elapsed > (told + 1) * toldEveryMs) {
      told += 1;
      onProgress(`${Math.round(elapsed / 1_000)} s: ${due} messages each way`);
    }
    await wait(tickMs);
  }
  const wroteSeconds = Math.round(elapsedMs() / 1_000);
  await Promise.all(underWay);
  if (failures.length > 0) throw new Error(`${failures.length} messages could not be written`, { cause: failures[0] });
  return wroteSeconds;
}
