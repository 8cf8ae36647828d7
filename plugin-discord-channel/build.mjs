import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { linkDependencies } from './link-dependencies.mjs';

const pluginFolder = dirname(fileURLToPath(import.meta.url));
const buildFolder = join(pluginFolder, 'build');
const bundle = join(buildFolder, 'plugin-discord-channel.js');

/** The command-line entry of Twilio's build tool, started with this very Node: no shell, no .cmd on Windows. */
function flexPluginCommand() {
  const manifest = createRequire(import.meta.url).resolve('@twilio/flex-plugin-scripts/package.json');
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin['flex-plugin']);
}

function fail(reason) {
  // A type error still writes a bundle; nobody shall serve it.
  rmSync(buildFolder, { recursive: true, force: true });
  process.stderr.write(`The plugin was not built: ${reason}\n`);
  process.exit(1);
}

linkDependencies(pluginFolder);
// A failed build can exit 0 and leave the output of the last one behind: only a bundle that was not there before counts.
rmSync(buildFolder, { recursive: true, force: true });

const { status, signal, error } = spawnSync(process.execPath, [flexPluginCommand(), 'build', '--persist-terminal'], {
  cwd: pluginFolder,
  stdio: 'inherit',
});
if (error) fail(error.message);
if (status !== 0) fail(`flex-plugin build ended with ${signal ?? `exit code ${status}`}.`);
if (!statSync(bundle, { throwIfNoEntry: false })?.size)
  fail(`flex-plugin build wrote no ${bundle}; its errors are above.`);

const contents = readFileSync(bundle);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
process.stdout.write(`${bundle}: ${kilobytes(contents.length)}, ${kilobytes(gzipSync(contents).length)} gzipped\n`);
