import { buildSnapshot } from '../src/search/build-snapshot';
import { makeUpSet } from './made-up-set';
import { measureResources } from './measure-resources';
import type { StoredFigures } from './search-stored';

export interface ScaleFigures extends StoredFigures {
  articles: number;
  /** By the clock, and what the processor was busy with it: on a shared machine they differ. */
  buildMs: number;
  buildCpuMs: number;
  indexBytes: number;
}

/** Measures an index over so many made-up articles. */
export async function measureScale(
  articleCount: number,
  seed: number,
  onProgress: (line: string) => void,
): Promise<ScaleFigures> {
  const { articles, questions } = makeUpSet(articleCount, seed);
  onProgress(`${articleCount} articles made up`);
  const started = performance.now();
  const before = process.cpuUsage();
  const snapshot = await buildSnapshot(articles);
  const { user, system } = process.cpuUsage(before);
  const buildMs = performance.now() - started;
  onProgress(`index of ${snapshot.byteLength} bytes built in ${Math.round(buildMs)} ms`);
  const stored = await measureResources(
    snapshot,
    questions.map(({ question }) => question),
  );
  const buildCpuMs = (user + system) / 1_000;
  return { articles: articleCount, buildMs, buildCpuMs, indexBytes: snapshot.byteLength, ...stored };
}
