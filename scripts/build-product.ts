import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { buildFunctions } from '../serverless/build';
import { type BuildStep, buildIfChanged } from './build-if-changed';

const root = join(__dirname, '..');
const domain = ['contracts', 'database', 'player-texts', 'case-management', 'knowledge-base', 'virtual-agent'];

const worker: BuildStep = {
  name: 'the worker (discord-gateway)',
  inputs: [...domain, 'discord-gateway'],
  output: 'discord-gateway/dist',
  run: () => buildGateway(root),
};

/** What an admin deploys: the Functions, the worker, the plugin. */
const steps: readonly BuildStep[] = [
  {
    name: 'the Functions (serverless)',
    inputs: [...domain, 'serverless'],
    output: 'serverless/dist',
    run: async () => void (await buildFunctions()),
  },
  worker,
  {
    name: 'the Flex plugin (about a minute)',
    inputs: ['contracts', 'plugin-discord-channel'],
    output: 'plugin-discord-channel/build',
    run: buildPlugin,
  },
];

/** Builds whatever changed since it was built last. */
export async function buildProduct(): Promise<void> {
  for (const step of steps) await buildIfChanged(step);
}

/** The same for the worker alone. */
export async function buildWorker(): Promise<void> {
  await buildIfChanged(worker);
}

/**
 * One file for the worker; its npm packages stay packages, the workspace's own are bundled in. `folder` is this
 * repository or a copy of it.
 */
export async function buildGateway(folder: string): Promise<void> {
  await build({
    entryPoints: { main: join(folder, 'discord-gateway/src/main.ts') },
    outdir: join(folder, 'discord-gateway/dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'error',
    plugins: [
      {
        name: 'npm-packages-stay-outside',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@discord-channel/') ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
}

async function buildPlugin(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build', '--workspace', 'plugin-discord-channel', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
}
