import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const folder = join(__dirname, '../../../deploy-tools');

/**
 * Installs Twilio's command line tools into their own folder, once per lock file: 600 MB, one to three minutes.
 * @returns the folder.
 */
export async function installDeployTools(onProgress: (line: string) => void): Promise<string> {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules/.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return folder;
  onProgress('Installing twilio-cli with its plugins for Serverless and Flex (once, one to three minutes)...');
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await promisify(execFile)('npm', parameters, { cwd: folder, maxBuffer: 2 ** 26 });
  writeFileSync(stamp, lock);
  return folder;
}
