import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface TwilioRunOptions {
  /** The Functions' project: where its package.json lies. */
  baseDirectory: string;
  /** Relative to it. */
  functionsFolder: string;
  assetsFolder: string;
  /** The Functions' context: what Twilio's environment variables hold, ACCOUNT_SID and AUTH_TOKEN included. */
  environment: Readonly<Record<string, string>>;
  /** Environment of the process itself, beside what every process needs. */
  processEnvironment: Readonly<Record<string, string>>;
  logger: Logger;
}

export interface TwilioRun {
  port: number;
  stop(): Promise<void>;
}

const readyWithinMs = 30_000;
const stopWithinMs = 3_000;

/**
 * Starts Twilio's own local runtime for Functions (`twilio-run`) in a process of its own, on a free port of
 * this machine, and waits until it answers. The context travels in a file that only this user can read.
 * @throws Error when the process ends or is silent for 30 s.
 */
export async function startTwilioRun(options: TwilioRunOptions): Promise<TwilioRun> {
  const { logger } = options;
  const folder = await mkdtemp(join(tmpdir(), 'functions-host-'));
  const environmentFile = join(folder, 'context.env');
  await writeFile(environmentFile, dotenv(options.environment), { mode: 0o600 });
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      require.resolve('twilio-run/bin/twilio-run'),
      'start',
      `--env=${environmentFile}`,
      `--port=${port}`,
      `--functions-folder=${options.functionsFolder}`,
      `--assets-folder=${options.assetsFolder}`,
      // One process as in the cloud, where a warm Function keeps what it has loaded and opened.
      '--no-fork-process',
      '--no-live',
      '--no-logs',
    ],
    {
      cwd: options.baseDirectory,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.processEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  forwardOutput(child, logger);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(forced);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswering(child, port);
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function forwardOutput(child: ChildProcess, logger: Logger): void {
  for (const [stream, level] of [
    [child.stdout, 'debug'],
    [child.stderr, 'warn'],
  ] as const) {
    if (stream)
      createInterface({ input: stream }).on('line', (line) => line.trim() && logger[level]({ line }, 'functions'));
  }
}

async function untilAnswering(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    try {
      // Any answer will do: there is no Function of this name.
      await fetch(`http://127.0.0.1:${port}/is-anybody-there`);
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error(`twilio-run did not start within ${readyWithinMs} ms; its log tells why`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Values in single quotes are taken as they are; a value may hold anything but such a quote or a line break. */
function dotenv(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => {
      if (/['\r\n]/.test(value)) throw new Error(`The value of ${name} cannot be written to an environment file`);
      return `${name}='${value}'\n`;
    })
    .join('');
}
