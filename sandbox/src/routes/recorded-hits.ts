import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `tests`: of sandbox/test, by the official clients. `scenarios`: by the product, Flex UI and a browser. */
export type HitKind = 'tests' | 'scenarios';

export interface RecordedHits {
  kind: HitKind;
  /** Path below sandbox/. */
  file: string;
  /** Keys of the routes that were called at least once. */
  routes: readonly string[];
}

/** Beside the logs of runs: never committed. */
const folder = join(__dirname, '../../../.sandbox/route-hits');

/** Keeps which routes a test file called, in place of what its last run kept. */
export function recordHits(run: { kind: HitKind; file: string; hits: readonly Readonly<Record<string, number>>[] }) {
  const routes = [...new Set(run.hits.flatMap((hits) => Object.keys(hits)))].sort();
  mkdirSync(join(folder, run.kind), { recursive: true });
  const recorded: RecordedHits = { kind: run.kind, file: run.file, routes };
  writeFileSync(join(folder, run.kind, `${run.file.replaceAll('/', '+')}.json`), JSON.stringify(recorded));
}

/** What the last run of each file called. Empty before the first run. */
export function readRecordedHits(kind: HitKind): RecordedHits[] {
  const path = join(folder, kind);
  try {
    return readdirSync(path)
      .sort()
      .map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')) as RecordedHits);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Before a whole run: files that are gone must not speak any more. */
export function forgetRecordedHits(kind: HitKind): void {
  rmSync(join(folder, kind), { recursive: true, force: true });
}
