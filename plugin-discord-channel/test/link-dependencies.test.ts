/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const script = pathToFileURL(join(__dirname, '../link-dependencies.mjs')).href;
let repository: string;

/** Runs the script as the build does, in a repository with everything hoisted to its root. */
function link(): string[] {
  const code = `import { linkDependencies } from ${JSON.stringify(script)};
    process.stdout.write(JSON.stringify(linkDependencies(${JSON.stringify(join(repository, 'plugin'))})));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

function install(folder: string, name: string) {
  mkdirSync(join(folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
}

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'link-dependencies-'));
  for (const name of ['react', 'react-dom', '@twilio/flex-ui']) install(repository, name);
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

describe('linking what flex-plugin looks for', () => {
  it('links every hoisted package once', () => {
    expect(link()).toEqual(['react', 'react-dom', '@twilio/flex-ui']);
    expect(existsSync(join(repository, 'plugin/node_modules/@twilio/flex-ui/package.json'))).toBe(true);
    expect(link()).toEqual([]);
  });

  it('leaves a package alone that npm put into the plugin', () => {
    install(join(repository, 'plugin'), 'react');
    expect(link()).toEqual(['react-dom', '@twilio/flex-ui']);
    expect(lstatSync(join(repository, 'plugin/node_modules/react')).isSymbolicLink()).toBe(false);
  });
});
