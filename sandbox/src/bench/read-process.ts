import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Resident memory of a process in MB, as `ps` tells it. */
export async function residentMegabytes(pid: number): Promise<number> {
  return Number(await ask(pid, 'rss=')) / 1_024;
}

/** CPU time that a process has used, in seconds: to 10 ms where there is a /proc, else `ps` tells whole ones. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) {
    const parts = (await ask(pid, 'time=')).replace('-', ':').split(':').map(Number);
    return parts.reduce((sum, part) => sum * 60 + part, 0);
  }
  // Behind the name, which may hold anything: the 14th and 15th fields are user and system time, in ticks of 10 ms.
  const [, fields = ''] = /^.*\) (.*)$/s.exec(stat) ?? [];
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) / 100;
}

async function ask(pid: number, what: string): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', what, '-p', String(pid)]);
  return stdout.trim();
}
