import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { StoredFigures } from './search-stored';

/** Measures loading, time and memory of a stored index in a process of its own, bundled as a Function is. */
export async function measureResources(snapshot: Uint8Array, questions: readonly string[]): Promise<StoredFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-evaluation-'));
  try {
    const program = join(folder, 'search-stored.cjs');
    const snapshotFile = join(folder, 'snapshot');
    const questionsFile = join(folder, 'questions.json');
    await writeFile(snapshotFile, snapshot);
    await writeFile(questionsFile, JSON.stringify(questions));
    await build({
      entryPoints: [join(__dirname, 'search-stored.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [program, snapshotFile, questionsFile]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
