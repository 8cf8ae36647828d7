import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../../../..');
/** All that the worker is built from. */
const sources = [
  'contracts',
  'database',
  'player-texts',
  'case-management',
  'knowledge-base',
  'virtual-agent',
  'discord-gateway',
];
const left = new Set(['node_modules', 'dist', 'build', 'test']);
const scope = '@discord-channel';

export interface SourceCopy {
  folder: string;
  remove(): Promise<void>;
}

/** A copy of the worker's source in a temporary folder, which finds its packages in this repository's node_modules. */
export async function copySource(): Promise<SourceCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'broken-build-'));
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, scope), { recursive: true });
  for (const source of sources) {
    await cp(join(root, source), join(folder, source), {
      recursive: true,
      filter: (path) => path === join(root, source) || !left.has(basename(path)),
    });
    await symlink(join(folder, source), join(packages, scope, source));
  }
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== scope && !name.startsWith('.')) {
      await symlink(join(root, 'node_modules', name), join(packages, name));
    }
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Applies a patch, exactly or not at all.
 * @throws Error with what git says when it does not apply: the source has changed, and the patch has to.
 */
export async function applyPatch(folder: string, patch: string, { only }: { only?: 'check' } = {}): Promise<void> {
  const check = only === 'check' ? ['--check'] : [];
  await promisify(execFile)('git', ['apply', ...check, patch], {
    cwd: folder,
    // A copy inside of another repository is none of that repository's.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, '..') },
  });
}
