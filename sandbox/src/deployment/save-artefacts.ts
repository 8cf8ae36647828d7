import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeployedFunctions } from './check-functions';
import type { DeployedPlugin } from './check-plugin';

/**
 * Writes what was uploaded to a folder, laid out for the Functions host and for Flex.
 * @param folder inside the repository: packages that the Functions do not bundle are found from there.
 */
export function saveArtefacts(folder: string, functions: DeployedFunctions, plugin: DeployedPlugin): void {
  const write = (path: string, content: Buffer | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  mkdirSync(join(folder, 'functions/dist/assets'), { recursive: true });
  write('functions/package.json', JSON.stringify({ name: 'deployed-functions', private: true }));
  for (const { path, visibility, content } of functions.versions) {
    write(`functions/dist/functions${path}${visibility === 'public' ? '' : `.${visibility}`}.js`, content);
  }
  write('plugin/plugin-discord-channel.js', plugin.bundle.content);
}
