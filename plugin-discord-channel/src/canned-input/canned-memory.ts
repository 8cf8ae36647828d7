import type { CannedResponse } from '@discord-channel/contracts';
import type { CannedClient } from '../functions-api/canned-client';

/** Milliseconds for which a change by a supervisor may stay unseen. */
const staleAfter = 30_000;

export interface CannedMemory {
  /** What is known at once. */
  known: () => readonly CannedResponse[];
  /** Asks anew, unless that was done a moment ago. Resolves when `known` is as fresh as it will be. */
  refresh: () => Promise<void>;
}

/** Keeps the canned responses for every message input of the page. A failed look keeps what is known. */
export function createCannedMemory(client: CannedClient, now: () => number): CannedMemory {
  let responses: readonly CannedResponse[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  return {
    known: () => responses,
    refresh: () => {
      if (looking) return looking;
      if (now() - lookedAt < staleAfter) return Promise.resolve();
      looking = client.find().then((result) => {
        looking = undefined;
        if (result.kind !== 'responses') return;
        lookedAt = now();
        responses = result.responses;
      });
      return looking;
    },
  };
}
