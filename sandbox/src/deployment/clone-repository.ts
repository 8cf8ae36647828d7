import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '../../..');

/**
 * Clones the repository's HEAD into a folder that does not exist yet and installs it there. The packages are
 * hard-linked from this checkout when it was installed from the very same lock file; otherwise `npm ci` runs.
 * @returns what the clone does not hold, in plain words; undefined when there is nothing.
 */
export async function cloneRepository(folder: string): Promise<string | undefined> {
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.installed-from');
  const sameLock = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (!sameLock || !(await linked(join(root, 'node_modules'), join(folder, 'node_modules')))) {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, maxBuffer: 2 ** 26 });
  }
  const { stdout } = await run('git', ['status', '--porcelain'], { cwd: root });
  return stdout ? 'changes that are not committed' : undefined;
}

/** Copies a folder by hard links; false where the system cannot. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await run('cp', ['-al', from, to]);
    return true;
  } catch {
    return false;
  }
}
