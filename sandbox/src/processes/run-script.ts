import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');

/**
 * Runs one of the project's own scripts as an admin would, and waits for its end.
 * @throws Error with what the script printed.
 */
export async function runScript(
  script: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'scripts', script), ...parameters], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`scripts/${script} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
