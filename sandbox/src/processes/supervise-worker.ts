import type { EnvironmentChanges, WorkerOptions } from './launch-worker';
import type { RunningProcess } from './run-process';
import { startWorker } from './start-worker';

export interface SupervisedWorker {
  /**
   * Kills the worker as `kill -9` does and starts it again, as its host would; resolves when it is ready.
   * @param changes of its environment, until the next restart.
   */
  killAndRestart(changes?: EnvironmentChanges): Promise<void>;
  /** Kills the worker and leaves it so until `killAndRestart`. */
  kill(): Promise<void>;
  /** Resolves when the worker has ended without being told to. */
  died: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the worker and keeps apart the ends that were wanted from those that were not. */
export async function superviseWorker(options: WorkerOptions): Promise<SupervisedWorker> {
  let worker: RunningProcess;
  let ending = false;
  let tellDeath: () => void = () => {};
  const died = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  const start = async (changes?: EnvironmentChanges) => {
    const started = await startWorker(options, changes);
    worker = started;
    ending = false;
    void started.ended.then(() => {
      if (!ending) tellDeath();
    });
  };
  const kill = async () => {
    ending = true;
    worker.kill('SIGKILL');
    await worker.ended;
  };
  await start();
  return {
    died,
    kill,
    async killAndRestart(changes) {
      await kill();
      await start(changes);
    },
    stop() {
      ending = true;
      return worker.stop();
    },
  };
}
