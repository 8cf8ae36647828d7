// Runs a TypeScript script after making sure that everything it needs is installed: on a fresh machine the first
// command does its own set-up. Plain JavaScript, because nothing is installed yet when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...scriptArguments] = process.argv.slice(2);

requireNode();
installIfNeeded();
run();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: this needs Node 20.19 or newer.`);
  process.exit(1);
}

/** Installs when the lock file is not the one that was installed last. */
function installIfNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once, about two minutes)...');
  // Quiet: the tree of Flex UI is old and prints pages of warnings about its own peers.
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) {
    console.error('Installing failed: see the lines above. `npm ci` in this folder tries again.');
    process.exit(installed.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/** Hands over to the script; signals reach it, and its exit code becomes ours. */
function run() {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...scriptArguments], {
    cwd: process.cwd(),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
