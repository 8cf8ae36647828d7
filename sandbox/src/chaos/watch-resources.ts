import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Flatness, type FlatnessLimits, judgeFlatness, type Look } from './judge-flatness';
import { queryOnce } from './query-once';

export interface Resources {
  /** Megabytes of the process that delivered for longest, while it did: one that stands by does nothing. */
  memory: Flatness & { deliveredSeconds: number };
  /** Of all workers to Postgres meanwhile. */
  connections: Flatness;
}

export interface WatchResourcesOptions {
  /** The workers' processes as they are now. */
  pids: () => readonly number[];
  /** The one among them that delivers, as far as is known. */
  delivering: () => number | undefined;
  databaseUrl: string;
  /** Is given a line of JSON with each look. */
  file: string;
}

const lookEveryMs = 1_000;
/** A process has to deliver for so long before its memory is judged. */
const leastMs = 180_000;
/** What garbage there is when it is looked is a matter of chance. */
const memoryLimits: FlatnessLimits = { leastMs, share: 0.1, more: 10 };
/** A pool has more or fewer of them as there is more or less to do. */
const connectionLimits: FlatnessLimits = { leastMs, share: 0, more: 3 };

/** Looks from outside, once a second, at the memory of the workers' processes and at their connections to Postgres. */
export function watchResources({ pids, delivering, databaseUrl, file }: WatchResourcesOptions) {
  const started = performance.now();
  const ending = new AbortController();
  const memory = new Map<number, Look[]>();
  const connections: Look[] = [];

  async function look(): Promise<void> {
    const at = performance.now() - started;
    const megabytes: Record<number, number> = {};
    for (const pid of pids()) {
      const value = residentMb(pid);
      if (value === undefined) continue;
      megabytes[pid] = value;
      if (pid !== delivering()) continue;
      const looks = memory.get(pid);
      if (looks) looks.push({ at, value });
      else memory.set(pid, [{ at, value }]);
    }
    // While the database restarts there is nothing to count.
    const value = await countConnections(databaseUrl).catch(() => undefined);
    if (value !== undefined) connections.push({ at, value });
    const line = { seconds: Math.round(at / 1_000), megabytes, connections: value ?? null };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  }

  const looking = (async () => {
    while (!ending.signal.aborted) {
      await look();
      await wait(lookEveryMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  })();

  return {
    async stop(): Promise<Resources> {
      ending.abort();
      await looking;
      const lasted = (looks: readonly Look[]) => (looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0);
      const [longest = []] = [...memory.values()].sort((one, other) => lasted(other) - lasted(one));
      const [began, ended] = [longest[0]?.at ?? 0, longest.at(-1)?.at ?? 0];
      return {
        memory: { deliveredSeconds: Math.round((ended - began) / 1_000), ...judgeFlatness(longest, memoryLimits) },
        connections: judgeFlatness(
          connections.filter(({ at }) => at >= began && at <= ended),
          connectionLimits,
        ),
      };
    },
  };
}

/** What /proc says that a process occupies; undefined when it has ended, or where there is no /proc. */
function residentMb(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024);
  } catch {
    return undefined;
  }
}

async function countConnections(databaseUrl: string): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(
    databaseUrl,
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  return row?.count ?? 0;
}
