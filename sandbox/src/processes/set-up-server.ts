import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './run-script';

const standing = join(__dirname, '../../discord-server.json');

/**
 * Runs `npm run setup:discord` as an admin would, on the demo's file with `changes` in it.
 * @throws Error with what the command printed.
 */
export async function setUpServer(changes: object, environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'discord-server-'));
  try {
    const file = join(folder, 'discord-server.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(standing, 'utf8')), ...changes }));
    await runScript('setup-discord.ts', [file, '--apply'], environment);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
