export interface BatchOptions<Item, Result> {
  /** Does all of it at once; answers in the order of the items. To be safe to repeat for an item. */
  run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** More wait for the next batch. */
  maxItems?: number;
  /** How many batches may be under way at the same time, so that one that waits for a lock holds up nobody else. */
  concurrency?: number;
}

/**
 * Makes one request to the database of many small ones: what is asked for while a batch is under way goes into the
 * next. Nothing waits for company: alone, an item goes at once, and the busier it is the more share a round trip.
 * When a batch fails, each of its items is tried alone, so that one bad item fails nobody else.
 */
export function createBatch<Item, Result>({
  run,
  maxItems = 64,
  concurrency = 2,
}: BatchOptions<Item, Result>): (item: Item) => Promise<Result> {
  interface Waiting {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let underWay = 0;

  async function runBatches(): Promise<void> {
    underWay += 1;
    try {
      // Whatever else this turn of the event loop asks for comes along.
      await Promise.resolve();
      while (waiting.length > 0) {
        const batch = waiting.slice(0, maxItems);
        waiting = waiting.slice(maxItems);
        await settle(batch);
      }
    } finally {
      underWay -= 1;
    }
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error(`${batch.length} items had ${results.length} results`);
      for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else await Promise.all(batch.map((one) => settle([one])));
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay < concurrency) void runBatches();
    });
}
