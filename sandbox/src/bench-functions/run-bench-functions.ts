import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom } from '../bench/seeded-random';
import { measureColdImports } from './measure-cold-imports';
import { measureOnMessage } from './measure-on-message';

export interface BenchFunctions {
  /** Size of each bundle in bytes, by its path in `dist`. */
  sizes: Readonly<Record<string, number>>;
  rounds: number;
  samples: number;
  seed: number;
  onProgress: (line: string) => void;
}

export interface BenchFunctionsResult {
  /** By their paths, such as `studio/on-message`. */
  functions: Record<string, { coldImportMs: number; bundleKb: number }>;
  onMessage: { p50Ms: number; p99Ms: number };
  /** Of the machine, when it was over: figures of a busy one are too high. */
  load: { perMinute: number; processors: number };
}

const bundles = join(__dirname, '../../../serverless/dist/functions');

/** Measures every built Function's import, and the one that players wait for through its public door. */
export async function runBenchFunctions({
  sizes,
  rounds,
  samples,
  seed,
  onProgress,
}: BenchFunctions): Promise<BenchFunctionsResult> {
  const files = readdirSync(bundles, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js'))
    .sort();
  const cold = await measureColdImports(bundles, { files, rounds });
  const functions: BenchFunctionsResult['functions'] = {};
  for (const file of files) {
    const name = file.replace(/(?:\.protected|\.private)?\.js$/, '');
    const bytes = sizes[`dist/functions/${file}`] ?? 0;
    functions[name] = { coldImportMs: Math.round(cold.get(file) ?? 0), bundleKb: Math.round(bytes / 1_024) };
    onProgress(`${name}: ${functions[name].coldImportMs} ms, ${functions[name].bundleKb} KB`);
  }
  const times = await measureOnMessage({ samples, random: createSeededRandom(seed) });
  const onMessage = { p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
  onProgress(`on-message, warm: p50 ${onMessage.p50Ms} ms, p99 ${onMessage.p99Ms} ms of ${times.length}`);
  const [perMinute = 0] = loadavg();
  return { functions, onMessage, load: { perMinute: round(perMinute), processors: cpus().length } };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
}

const round = (value: number) => Math.round(value * 10) / 10;
