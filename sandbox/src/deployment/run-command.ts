import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

export interface CommandOptions {
  folder: string;
  environment: Readonly<Record<string, string>>;
  logFile: string;
}

const limitMs = 5 * 60_000;

/**
 * Runs a line of the shell as an admin would type it, without a terminal behind it.
 * @returns what it printed on its standard output.
 * @throws Error with the last lines of its output when it fails or takes more than five minutes.
 */
export function runCommand(command: string, { folder, environment, logFile }: CommandOptions): Promise<string> {
  appendFileSync(logFile, `\n$ ${command}\n`);
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
    });
    let out = '';
    let all = '';
    const keep = (chunk: Buffer) => {
      all += chunk;
      appendFileSync(logFile, chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      keep(chunk);
    });
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(out);
      const lines = all.trimEnd().split('\n').slice(-25).join('\n');
      reject(new Error(`\`${command}\` ended with ${signal ?? `exit code ${code}`}:\n${lines}\nAll of it: ${logFile}`));
    });
  });
}
