import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Imports one bundle as the runtime does at a cold start, without the start of Node itself. */
const program = 'const began = performance.now(); require(process.argv[1]); console.log(performance.now() - began)';

/**
 * How long each built Function takes to be imported by a process of its own: the median of several, in milliseconds.
 * All take turns, so that what else the machine does meets them alike.
 * @param directory where the bundles are @param files their paths in it
 */
export async function measureColdImports(
  directory: string,
  { files, rounds }: { files: readonly string[]; rounds: number },
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(files.map((file) => [file, []]));
  // The first round only brings the files into the machine's memory.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [file, own] of times) {
      const { stdout } = await run(process.execPath, ['-e', program, join(directory, file)]);
      if (round > 0) own.push(Number(stdout));
    }
  }
  return new Map(
    [...times].map(([file, own]) => [file, own.sort((one, other) => one - other)[Math.floor(own.length / 2)] ?? 0]),
  );
}
