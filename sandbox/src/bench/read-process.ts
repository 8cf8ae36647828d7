import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Resident memory of a process in MB, as `ps` tells it. */
export async function residentMegabytes(pid: number): Promise<number> {
  return Number(await ask(pid, 'rss=')) / 1_024;
}

/** CPU time that a process has used, in seconds. `ps` tells whole ones. */
export async function cpuSeconds(pid: number): Promise<number> {
  const parts = (await ask(pid, 'time=')).replace('-', ':').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

async function ask(pid: number, what: string): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', what, '-p', String(pid)]);
  return stdout.trim();
}
