import { readFileSync } from 'node:fs';
import { openSearchIndex } from '../src/search/search-index';

/** What a process measured that does nothing but search. */
export interface StoredFigures {
  loadMs: number;
  queryP50Ms: number;
  queryP99Ms: number;
  /** What the processor was busy with a question, on average: on a shared machine less than the clock says. */
  queryCpuMs: number;
  /** Resident memory of the whole process at the end, in MiB. */
  rssMb: number;
}

/**
 * Reads an index from a file and asks it every question twice; the second time counts, the first warms up the code.
 * Its own process, so that its memory is that of a searcher and of nothing else.
 */
function searchStored(snapshotFile: string, questionsFile: string): StoredFigures {
  const started = performance.now();
  const index = openSearchIndex(readFileSync(snapshotFile));
  const loadMs = performance.now() - started;
  const questions: string[] = JSON.parse(readFileSync(questionsFile, 'utf8'));
  for (const question of questions) index.search(question, 10);
  const before = process.cpuUsage();
  const times = questions.map((question) => {
    const asked = performance.now();
    index.search(question, 10);
    return performance.now() - asked;
  });
  const { user, system } = process.cpuUsage(before);
  const queryCpuMs = (user + system) / 1_000 / (questions.length || 1);
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  return { loadMs, queryP50Ms: quantile(0.5), queryP99Ms: quantile(0.99), queryCpuMs, rssMb };
}

const [snapshotFile = '', questionsFile = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(searchStored(snapshotFile, questionsFile)));
