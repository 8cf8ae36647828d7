import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What to say when there is no browser. */
export const chromiumMissing =
  'No Chromium was found. Install it (on Debian or Ubuntu: `apt-get install chromium`) or name one with CHROMIUM_PATH.';

/**
 * The Chromium to use: CHROMIUM_PATH, else the PATH, else installed with apt when this is root on Debian.
 * Returns undefined when there is none.
 */
export function findChromium(onProgress: (line: string) => void): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return onPath() ?? (canInstall() ? install(onProgress) : undefined);
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(onProgress: (line: string) => void): string | undefined {
  onProgress('Installing Chromium with apt (once, about a minute)...');
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    // The fonts are for the scripts that players write in, and for emoji.
    execFileSync(
      'apt-get',
      [
        'install',
        '-y',
        '--no-install-recommends',
        'chromium',
        'fonts-noto-cjk',
        'fonts-noto-core',
        'fonts-noto-color-emoji',
      ],
      {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
  } catch (error) {
    onProgress(`apt could not install Chromium: ${(error as Error).message}`);
  }
  return onPath();
}
