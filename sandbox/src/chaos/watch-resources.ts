import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

export interface Resources {
  /** Of the process that lived longest. A minute's value is the median of its looks; null when it did not live. */
  memory: { livedSeconds: number; firstMinuteMb: number | null; lastMinuteMb: number | null; maxMb: number | null };
  /** Of all workers to Postgres. */
  connections: { firstMinute: number | null; lastMinute: number | null; max: number | null };
}

interface Look {
  at: number;
  value: number;
}

const lookEveryMs = 1_000;
const minuteMs = 60_000;

/** Looks from outside, once a second, at the memory of the workers' processes and at their connections to Postgres. */
export function watchResources(pids: () => readonly number[], databaseUrl: string) {
  const started = performance.now();
  const ending = new AbortController();
  const memory = new Map<number, Look[]>();
  const connections: Look[] = [];

  async function look(): Promise<void> {
    const at = performance.now() - started;
    for (const pid of pids()) {
      const value = residentMb(pid);
      if (value !== undefined) memory.set(pid, [...(memory.get(pid) ?? []), { at, value }]);
    }
    // While the database restarts there is nothing to count.
    const value = await countConnections(databaseUrl).catch(() => undefined);
    if (value !== undefined) connections.push({ at, value });
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
      const [longest = []] = [...memory.values()].sort((one, other) => other.length - one.length);
      const livedMs = (longest.at(-1)?.at ?? 0) - (longest[0]?.at ?? 0);
      const { first, last, max } = ofMinutes(longest);
      const counted = ofMinutes(connections);
      return {
        memory: {
          livedSeconds: Math.round(livedMs / 1_000),
          firstMinuteMb: first,
          lastMinuteMb: last,
          maxMb: max,
        },
        connections: { firstMinute: counted.first, lastMinute: counted.last, max: counted.max },
      };
    },
  };
}

function ofMinutes(looks: readonly Look[]) {
  const begin = looks[0]?.at ?? 0;
  const end = looks.at(-1)?.at ?? 0;
  const max = looks.length === 0 ? null : Math.max(...looks.map(({ value }) => value));
  return {
    first: median(looks.filter(({ at }) => at < begin + minuteMs)),
    last: median(looks.filter(({ at }) => at > end - minuteMs)),
    max,
  };
}

function median(looks: readonly Look[]): number | null {
  const sorted = looks.map(({ value }) => value).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
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
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1_000, query_timeout: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end().catch(() => {});
  }
}
