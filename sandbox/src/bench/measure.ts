import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Contestant } from './contestants/start-contestants';

export type Direction = 'inbound' | 'outbound';

export interface Load {
  direction: Direction;
  messages: number;
  /** Messages a second, at random times (Poisson) that wait for nothing; Infinity writes as fast as the arena can. */
  perSecond: number;
  random: () => number;
}

export interface Measurement {
  /** Milliseconds from the writing of a message until it exists on the other side. */
  latenciesMs: number[];
  /** Written, and not there in time. */
  missing: number;
  /** From the first writing to the last arrival. */
  perSecond: number;
}

/** Milliseconds that the last messages of a load may take. */
const patienceMs = 60_000;

let written = 0;

/** Has players or agents write, open loop, over all the contestant's conversations, and times each message. */
export async function measure({ arena, talks }: Contestant, load: Load): Promise<Measurement> {
  const writtenAt = new Map<string, number>();
  const latenciesMs: number[] = [];
  let lastArrivalMs = 0;
  arena.onArrival((text, atMs) => {
    const at = writtenAt.get(text);
    if (at === undefined) return;
    writtenAt.delete(text);
    latenciesMs.push(atMs - at);
    lastArrivalMs = atMs;
  });

  const writing: Promise<unknown>[] = [];
  const startedAtMs = performance.now();
  let dueMs = startedAtMs;
  for (let number = 0; number < load.messages; number += 1) {
    const talk = talks[Math.floor(load.random() * talks.length)];
    if (!talk) throw new Error('The contestant has no conversations');
    dueMs += (-Math.log(1 - load.random()) * 1_000) / load.perSecond;
    const early = dueMs - performance.now();
    await (early > 1 ? wait(early) : turn());
    const text = `Since the last update my game freezes at the start, this is report ${written++}`;
    writtenAt.set(text, performance.now());
    writing.push(
      load.direction === 'inbound'
        ? arena.playerWrites(talk.playerId, text)
        : arena.agentWrites(talk.conversationSid, text),
    );
  }
  await Promise.all(writing);
  const deadline = performance.now() + patienceMs;
  while (writtenAt.size > 0 && performance.now() < deadline) await wait(5);
  const perSecond = latenciesMs.length / ((lastArrivalMs - startedAtMs) / 1_000);
  return { latenciesMs, missing: writtenAt.size, perSecond };
}

/** The value below which this share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN;
}
