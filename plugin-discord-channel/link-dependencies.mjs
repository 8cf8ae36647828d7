import { lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What `flex-plugin build` reads from the plugin's own node_modules (`getPaths().app.dependencies` of
 * @twilio/flex-dev-utils). npm workspaces hoist these packages to the repository's root, where it never looks.
 */
const expectedHere = ['react', 'react-dom', '@twilio/flex-ui'];

/**
 * Links the hoisted packages into the plugin's node_modules. Safe to run any number of times; a package that npm
 * itself put here is left alone. 'junction' needs no administrator on Windows and is ignored elsewhere.
 * @param {string} pluginFolder absolute path of the plugin
 * @returns {string[]} the packages that were linked now
 * @throws when a package is not installed at all
 */
export function linkDependencies(pluginFolder) {
  return expectedHere.filter((name) => {
    const link = join(pluginFolder, 'node_modules', name);
    const kind = lstatSync(link, { throwIfNoEntry: false });
    if (kind && !kind.isSymbolicLink()) return false;
    const target = hoistedFolder(name, pluginFolder);
    if (kind && readlinkSync(link) === target) return false;
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
    return true;
  });
}

/** The folder that npm hoisted a package to, found as Node itself would from the folder above the plugin. */
function hoistedFolder(name, pluginFolder) {
  const require = createRequire(join(dirname(pluginFolder), 'package.json'));
  return realpathSync(dirname(require.resolve(`${name}/package.json`)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  linkDependencies(dirname(fileURLToPath(import.meta.url)));
}
