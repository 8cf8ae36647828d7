import { atMost } from '../flow/at-most';

/**
 * Reads something for a scrape, which may neither fail nor hang: undefined when the reading failed or took longer
 * than `ms` milliseconds. While one is still under way no other is begun, so that a database which does not answer
 * is not asked by more and more connections.
 */
export function createTimelyReader<Reading>(read: () => Promise<Reading>, ms: number) {
  let underWay: Promise<Reading | undefined> | undefined;

  function readOnce(): Promise<Reading | undefined> {
    underWay ??= read()
      .catch(() => undefined)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }

  return async (): Promise<Reading | undefined> => {
    let reading: Reading | undefined;
    const kept = readOnce().then((found) => {
      reading = found;
    });
    await atMost(ms, kept);
    return reading;
  };
}
