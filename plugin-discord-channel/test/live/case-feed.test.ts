import { type FeedNews, type LiveDocument, openCaseFeed } from '../../src/live/case-feed';

/** A Sync document that the test writes into. */
class DocumentDouble implements LiveDocument {
  private readonly listeners: Record<string, Array<(update: never) => void>> = { updated: [], removed: [] };
  constructor(public data: unknown) {}

  on(event: string, listener: (update: never) => void): void {
    this.listeners[event]?.push(listener);
  }

  write(data: unknown): void {
    this.data = data;
    for (const listener of this.listeners.updated ?? []) (listener as (update: object) => void)({ data });
  }

  remove(): void {
    for (const listener of this.listeners.removed ?? []) (listener as () => void)();
  }
}

const changes = (...entries: [caseId: string, change: number][]) => ({
  changes: entries.map(([caseId, change]) => ({ caseId, change, number: 1, version: 1 })),
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function follow(document: DocumentDouble) {
  const heard: FeedNews[] = [];
  const waited: number[] = [];
  const openings: Array<DocumentDouble | Error> = [document];
  const feed = openCaseFeed({
    open: async () => {
      const next = openings.shift();
      if (next === undefined) return new Promise(() => {});
      if (next instanceof Error) throw next;
      return next;
    },
    wait: async (ms) => void waited.push(ms),
  });
  const end = feed.subscribe((news) => heard.push(news));
  let settings = 0;
  const endSettings = feed.subscribeToSettings(() => {
    settings += 1;
  });
  await settled();
  return { heard, waited, openings, end, endSettings, settings: () => settings };
}

test('each case that changed is told, once for each change', async () => {
  const document = new DocumentDouble({});
  const { heard } = await follow(document);
  document.write(changes(['a', 1]));
  document.write(changes(['b', 2], ['a', 1]));
  document.write(changes(['a', 3], ['b', 2]));
  expect(heard).toEqual([{ caseId: 'a' }, { caseId: 'b' }, { caseId: 'a' }]);
});

test('what was missed while the connection was lost is told, even when it is more than the document can name', async () => {
  const document = new DocumentDouble(changes(['a', 1]));
  const { heard } = await follow(document);
  heard.length = 0;
  document.write(changes(...Array.from({ length: 50 }, (_, index) => [`c${index}`, 100 - index] as [string, number])));
  expect(heard).toEqual(['any']);
});

test('what somebody else wrote into the document does no harm', async () => {
  const document = new DocumentDouble('nothing');
  const { heard } = await follow(document);
  for (const data of [null, { changes: 'all' }, { changes: [1, null, { caseId: 7, change: 'x' }] }])
    document.write(data);
  document.write(changes(['a', 1]));
  expect(heard).toEqual([{ caseId: 'a' }]);
});

test('a document that cannot be had is asked for again, at growing intervals', async () => {
  const document = new DocumentDouble({});
  const { waited, openings, heard } = await follow(document);
  const back = new DocumentDouble(changes(['a', 1]));
  openings.push(new Error('no grant'), new Error('no grant'), back);
  document.remove();
  for (let turn = 0; turn < 10; turn += 1) await settled();
  expect(waited).toEqual([2_000, 2_000, 4_000]);
  expect(heard).toEqual([{ caseId: 'a' }]);
});

test('changed settings are told once, and not with every change of a case', async () => {
  const document = new DocumentDouble({});
  const { heard, settings, endSettings } = await follow(document);
  document.write({ ...changes(['a', 1]), settings: 'one' });
  document.write({ ...changes(['a', 2]), settings: 'one' });
  expect(settings()).toBe(1);
  document.write({ ...changes(['a', 2]), settings: 'two' });
  expect([settings(), heard.length]).toEqual([2, 2]);
  // A worker of an earlier release, or nonsense.
  document.write(changes(['a', 2]));
  document.write({ ...changes(['a', 2]), settings: 7 });
  expect(settings()).toBe(2);
  endSettings();
  document.write({ ...changes(['a', 2]), settings: 'three' });
  expect(settings()).toBe(2);
});

test('who is gone hears nothing more', async () => {
  const document = new DocumentDouble({});
  const { heard, end } = await follow(document);
  end();
  document.write(changes(['a', 1]));
  expect(heard).toEqual([]);
});
