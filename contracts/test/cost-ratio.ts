const rounds = 5;

/** Microseconds of processor time, which other processes on the machine do not lengthen. */
function cost(run: () => void): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return user + system;
}

/**
 * How many times as much processor time a run takes as another one beside it: what takes the square or more of its
 * input's length stands out on any machine. The cheapest of several rounds counts, the first of which warms up.
 */
export function costRatio(run: () => void, comparedWith: () => void): number {
  const runs: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    others.push(cost(comparedWith));
    runs.push(cost(run));
  }
  return Math.min(...runs) / Math.max(1, Math.min(...others));
}
