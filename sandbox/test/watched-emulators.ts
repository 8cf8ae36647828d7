import type { RouteLedger } from '../src/routes/route-ledger';

/** An emulator that a test has started. */
export interface WatchedEmulator {
  /** What nobody could answer, or what broke the contract. */
  unhandled(): readonly unknown[];
  forget(): void;
  routes: RouteLedger;
}

/** Those of this test file: `fail-on-unhandled.ts` looks at them after each test. */
export const watchedEmulators: WatchedEmulator[] = [];

/** From now on a test fails when it makes this emulator meet what it does not know. */
export function watch(emulator: WatchedEmulator): void {
  watchedEmulators.push(emulator);
}

/** What the test's emulators could not answer so far; forgotten afterwards, for this test means it. */
export function takeUnhandled(): unknown[] {
  return watchedEmulators.flatMap((emulator) => {
    const unhandled = [...emulator.unhandled()];
    emulator.forget();
    return unhandled;
  });
}
