import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../processes/free-port';
import { launchWorker, type WorkerOptions } from '../processes/launch-worker';
import type { RunningProcess } from '../processes/run-process';
import { isReady } from '../processes/start-worker';
import type { Secrets } from '../secrets';
import type { CrashPoint, Moment } from './crash-points';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import type { Faults } from './faults';
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy';
import { FailoverWatch } from './watch-failovers';

export interface WorkerPairOptions {
  /** The emulators' address. */
  emulators: string;
  databaseUrl: string;
  publicUrl: string;
  secrets: Secrets;
  faults: Faults;
  logFile: (name: string) => string;
  /** The built worker; that of this repository when nothing is said. */
  program?: string;
}

/** Messages into a conversation or into a DM. */
const delivery = /\/(Conversations\/CH\w+\/Messages|channels\/\d+\/messages)$/;

/** Milliseconds after which a host starts a dead process again. */
const restartAfterMs = 300;

/** One of the two workers, behind proxies of its own: whatever passes through them is its own doing. */
class ChaosWorker {
  #process: RunningProcess | undefined;
  #stopped = false;
  #starts = 0;
  kills = 0;

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly options: WorkerOptions,
    private readonly environment: Readonly<Record<string, string>>,
    readonly proxies: { http: FaultProxy; postgres: PostgresProxy },
    private readonly failovers: FailoverWatch,
  ) {}

  /** Runs the worker until `stop`, starting it again whenever it has ended. */
  async keepRunning(): Promise<void> {
    while (!this.#stopped) {
      this.#starts += 1;
      this.#process = launchWorker(this.options, this.environment);
      await this.#process.ended;
      if (!this.#stopped) await wait(restartAfterMs);
    }
  }

  /** `isAtWork`: it was seen doing what only the one with the lease does. */
  kill({ isAtWork }: { isAtWork: boolean }): void {
    this.kills += 1;
    this.failovers.lost(this.process, { isTakingOver: isAtWork });
    this.#process?.kill('SIGKILL');
  }

  /** Suspends it as a hanging machine does, and lets it go on later. */
  async suspend(ms: number): Promise<void> {
    const suspended = this.#process;
    this.failovers.lost(this.process);
    suspended?.kill('SIGSTOP');
    await wait(ms);
    suspended?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#process?.stop();
  }

  /** Names this process among all that the worker was. */
  get process(): string {
    return `${this.name} ${this.#starts}`;
  }

  get pid(): number {
    return this.#process?.pid ?? -1;
  }
}

/** The active worker and its stand-by, as they run in production, with the means to kill them at a given moment. */
export class WorkerPair {
  readonly failovers = new FailoverWatch();
  readonly #workers: ChaosWorker[] = [];
  #armed: { points: readonly CrashPoint[]; crashed: (point: CrashPoint) => void } | undefined;

  static async start(options: WorkerPairOptions): Promise<WorkerPair> {
    const pair = new WorkerPair();
    for (const name of ['worker-a', 'worker-b']) await pair.#add(name, options);
    while (!(await pair.active())) await wait(100);
    return pair;
  }

  async #add(name: string, options: WorkerPairOptions): Promise<void> {
    const crashAt = (moment: Moment) => this.crashAt(name, moment);
    const database = new URL(options.databaseUrl);
    const http = await startFaultProxy({ target: options.emulators, faults: options.faults, crashAt });
    const postgres = await startPostgresProxy({ port: Number(database.port), crashAt });
    database.port = String(postgres.port);
    const port = await freePort();
    const worker = new ChaosWorker(
      name,
      port,
      {
        ...options.secrets,
        port,
        databaseUrl: database.toString(),
        sandboxAddress: http.address,
        logFile: options.logFile(name),
        program: options.program,
      },
      { GATEWAY_PUBLIC_URL: options.publicUrl, LOG_LEVEL: 'info' },
      { http, postgres },
      this.failovers,
    );
    this.#workers.push(worker);
    void worker.keepRunning();
  }

  /** The worker that says it is active. */
  async active(): Promise<ChaosWorker | undefined> {
    for (const worker of this.#workers) if (await isReady(worker.port)) return worker;
    return undefined;
  }

  /** The worker that was the last to deliver something, unless it has ended since. */
  delivering(): ChaosWorker | undefined {
    return this.#workers.find(({ process }) => process === this.failovers.active);
  }

  workers(): readonly ChaosWorker[] {
    return this.#workers;
  }

  /** Kills the worker that reaches one of these points next. @returns which it was; undefined when none did before it was over. */
  killAt(points: readonly CrashPoint[], isOver: Promise<unknown>): Promise<CrashPoint | undefined> {
    return new Promise((resolve) => {
      const armed = { points, crashed: resolve };
      this.#armed = armed;
      void isOver.then(() => {
        if (this.#armed === armed) this.#armed = undefined;
        resolve(undefined);
      });
    });
  }

  /** Kills the named worker if this is the moment; true when it did. */
  crashAt(name: string, moment: Moment): boolean {
    const point = this.#armed?.points.find((one) => one.isAt(moment));
    if (!point) {
      this.#noticeDelivery(name, moment);
      return false;
    }
    this.#armed?.crashed(point);
    this.#armed = undefined;
    this.#workers.find((worker) => worker.name === name)?.kill({ isAtWork: !point.isOfStandBy });
    return true;
  }

  #noticeDelivery(name: string, moment: Moment): void {
    if (moment.at !== 'answer' || moment.method !== 'POST' || !delivery.test(moment.path)) return;
    const worker = this.#workers.find((one) => one.name === name);
    if (worker) this.failovers.delivered(worker.process);
  }

  get kills(): number {
    return this.#workers.reduce((sum, { kills }) => sum + kills, 0);
  }

  /** Cuts every connection to the database, as its restart does. */
  cutDatabase(): void {
    for (const { proxies } of this.#workers) proxies.postgres.cutAll();
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#workers.map(async (worker) => {
        await worker.stop();
        await worker.proxies.http.close();
        await worker.proxies.postgres.close();
      }),
    );
  }
}
