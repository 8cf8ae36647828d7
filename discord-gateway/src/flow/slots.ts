/** How many of something may be under way at once. Nobody waits here: who finds them full comes back later. */
export interface Slots {
  isFull(): boolean;
  /** Takes a slot at once and gives it back when `work` is over. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createSlots(count: number): Slots {
  let taken = 0;
  return {
    isFull: () => taken >= count,
    async hold(work) {
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
      }
    },
  };
}
