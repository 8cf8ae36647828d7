import type { ChaosResult } from './run-chaos';

/** What a run of a certain length has to show, beside that nothing is lost. */
export const expected = {
  /** From so many seconds on, a worker dies at every crash point, so often, and one hangs. */
  crashes: { fromSeconds: 60, kills: 20, hangs: 1 },
  /** From so many seconds on, memory and connections are seen to stay flat. */
  flatness: { fromSeconds: 300 },
};

type Told = Pick<ChaosResult, 'kills' | 'faults' | 'crashPoints' | 'memory' | 'connections'>;

/** What a run of so many seconds was to show and has not: a sentence each, none when it has shown everything. */
export function tellShortcomings(run: Told, seconds: number): string[] {
  return [
    ...(seconds >= expected.crashes.fromSeconds ? missingCrashes(run) : []),
    ...(seconds >= expected.flatness.fromSeconds
      ? [...notFlat('memory', run.memory, ' MB'), ...notFlat('connections', run.connections, '')]
      : []),
  ];
}

function missingCrashes({ kills, faults, crashPoints: { missing, total } }: Told): string[] {
  const { kills: leastKills, hangs } = expected.crashes;
  return [
    ...(missing.length > 0
      ? [`no worker died at ${missing.length} of ${total} crash points: ${missing.join('; ')}`]
      : []),
    ...(kills < leastKills ? [`workers were killed ${kills} times only, not ${leastKills}`] : []),
    ...(faults.stopped < hangs ? ['no worker was made to hang'] : []),
  ];
}

function notFlat(what: string, { secondQuarter, lastQuarter, isFlat }: Told['connections'], unit: string): string[] {
  if (isFlat) return [];
  if (isFlat === null) return [`no worker delivered for long enough to tell whether ${what} stay flat`];
  return [
    `${what} did not stay flat: ${secondQuarter}${unit} in the second quarter, ${lastQuarter}${unit} in the last`,
  ];
}
