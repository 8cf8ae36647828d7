import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildStep {
  /** Said while it runs. */
  name: string;
  /** Files and folders, from the root, that the output depends on. */
  inputs: readonly string[];
  /** Folder that the step writes. */
  output: string;
  run: () => Promise<void>;
}

const root = join(__dirname, '..');
const ignored = new Set(['node_modules', 'dist', 'build', 'test']);

/** Runs a step when its inputs are not those that its output was built from. Returns whether it ran. */
export async function buildIfChanged(step: BuildStep): Promise<boolean> {
  const stamp = join(root, step.output, '.built-from');
  const inputs = fingerprint(['package-lock.json', ...step.inputs]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  const started = Date.now();
  console.log(`Building ${step.name}...`);
  await step.run();
  writeFileSync(stamp, inputs);
  console.log(`Built ${step.name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path);
  return hash.digest('hex');
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const absolute = join(root, path);
  if (!statSync(absolute).isDirectory()) {
    hash.update(path).update('\0').update(readFileSync(absolute)).update('\0');
    return;
  }
  for (const name of readdirSync(absolute).sort()) {
    if (!ignored.has(name)) addToHash(hash, `${path}/${name}`);
  }
}
