import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a build may keep the process from everything else. In milliseconds. */
const turnMs = 10;

/** For long computations in a process that has other things to do: wait for it now and then, it lets others go first. */
export function takeTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < turnMs) return;
    await nextTurn();
    began = performance.now();
  };
}
