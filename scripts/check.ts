import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Lint and format, types, unused code and dependencies, the rules of the house. Stops at nothing: shows all there is. */
const checks: readonly { name: string; command: readonly string[] }[] = [
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'types of the plugin', command: ['tsc', '--project', 'plugin-discord-channel'] },
  { name: 'rules of the house', command: ['depcruise', '--config', '.dependency-cruiser.js', ...sources()] },
  { name: 'unused code and dependencies', command: ['knip'] },
  { name: 'texts for players', command: ['tsx', 'scripts/check-player-texts.ts'] },
  { name: '.env.example', command: ['tsx', 'scripts/environment-example.ts', '--check'] },
  ...(existsSync(join(__dirname, '../sandbox'))
    ? [{ name: 'table of emulated routes', command: ['tsx', 'scripts/routes.ts', '--check'] }]
    : []),
];

function sources(): string[] {
  return [
    'contracts',
    'database',
    'player-texts',
    'case-management',
    'knowledge-base',
    'virtual-agent',
    'discord-gateway',
    'serverless',
    'plugin-discord-channel',
    'sandbox',
    'scripts',
  ];
}

/** Runs every check and says which failed. Returns the number of failures. */
export function runChecks(): number {
  let failed = 0;
  for (const { name, command } of checks) {
    const started = Date.now();
    const [program = '', ...parameters] = command;
    const result = spawnSync(join(__dirname, '../node_modules/.bin', program), parameters, {
      cwd: join(__dirname, '..'),
      encoding: 'utf8',
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (result.status !== 0) {
      failed += 1;
      console.log(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim());
    }
  }
  return failed;
}

if (require.main === module) process.exitCode = runChecks() === 0 ? 0 : 1;
