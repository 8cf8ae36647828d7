import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface RunningProcess {
  readonly pid: number;
  /** Resolves when the process has ended: with its exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop (SIGTERM) and kills it when it has not after 10 s. */
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface ProcessOptions {
  /** Node's arguments: the script and what follows. */
  arguments: readonly string[];
  workingDirectory: string;
  /** The whole environment: nothing is inherited but PATH and HOME, so that no secret of the machine's user gets in. */
  environment: Readonly<Record<string, string | undefined>>;
  logFile: string;
}

/** Starts a Node process whose output goes to a file. */
export function runProcess(options: ProcessOptions): RunningProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const child = spawn(process.execPath, options.arguments, {
    cwd: options.workingDirectory,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (exitCode) => resolve(exitCode));
    child.once('error', () => resolve(null));
  });
  void ended.then(() => log.end());
  return {
    pid: child.pid ?? -1,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(killer);
}

/** The last lines of a log, for the message that says why something did not start. */
export function lastLines(logFile: string, count = 20): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '(no output)';
  }
}
