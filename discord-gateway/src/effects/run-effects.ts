import { setTimeout as sleep } from 'node:timers/promises';
import { type JobName, jobPayloads } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import { Logger as JobLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { keepTrying } from '../flow/keep-trying';
import { announceAgent } from './announce-agent';
import { answerUnanswered } from './answer-unanswered';
import { buildSearchIndexes } from './build-search-indexes';
import { checkHandoff } from './check-handoff';
import { closeCaseCard } from './close-case-card';
import type { Effect, EffectDependencies } from './effect';
import { endIdleChat } from './end-idle-chat';
import { followCase } from './follow-case';
import { postAnnouncement } from './post-announcement';
import { postNotice } from './post-notice';
import { publishCaseChanges } from './publish-case-changes';
import { reachPlayer } from './reach-player';
import { remindAgent } from './remind-agent';
import { retryParked } from './retry-parked';
import { settleConversation } from './settle-conversation';
import { settleQuestion } from './settle-question';
import { showCaseCard } from './show-case-card';
import { tellPlayer } from './tell-player';
import { tellWaiting } from './tell-waiting';

/** Every kind of job and what carries it out. */
const effects: { [Name in JobName]: Effect<Name> } = {
  'tell-player': tellPlayer,
  'announce-agent': announceAgent,
  'answer-unanswered': answerUnanswered,
  'check-handoff': checkHandoff,
  'post-announcement': postAnnouncement,
  'post-notice': postNotice,
  'publish-case-changes': publishCaseChanges,
  'settle-conversation': settleConversation,
  'tell-waiting': tellWaiting,
  'remind-agent': remindAgent,
  'end-idle-chat': endIdleChat,
  'follow-case': followCase,
  'settle-question': settleQuestion,
  'show-case-card': showCaseCard,
  'close-case-card': closeCaseCard,
  'retry-parked': retryParked,
  'reach-player': reachPlayer,
  'build-search-indexes': buildSearchIndexes,
};

export interface RunEffectsDependencies extends EffectDependencies {
  /** Told when jobs are not run any more, which is not meant to happen. */
  onFatal: (error: Error) => void;
  /** Milliseconds for which a request of the worker before may still be under way. */
  formerSettlesInMs: number;
  signal: AbortSignal;
  /** Told of each run of a job: `again` is repeated, `given-up` was the last. */
  onJobEnded?: (job: string, outcome: 'done' | 'again' | 'given-up') => void;
}

/** How many jobs run at once. Most of their time is waiting for Twilio. */
const concurrency = 8;

/**
 * Runs the durable jobs until `stop` is called. A failed job is repeated with exponential back-off by the library.
 * Jobs that an earlier worker had begun are freed once its requests are settled: the library would leave them locked
 * for four hours. That is right because this runs in the worker that holds the lease only.
 */
export async function runEffects(options: RunEffectsDependencies): Promise<{ stop: () => Promise<void> }> {
  const { onFatal, formerSettlesInMs, signal, onJobEnded, ...deps } = options;
  const before = await workersOfBefore(deps.pool);
  const freeing = sleep(formerSettlesInMs, undefined, { signal })
    .then(() =>
      keepTrying(() => freeJobsOf(deps.pool, before), {
        what: 'free the jobs of an earlier worker',
        logger: deps.logger,
        signal,
      }),
    )
    .catch(() => {});
  const runner = await run({
    pgPool: deps.pool,
    taskList: toTaskList(deps),
    concurrency,
    // Without a batch the library writes a job's end down once and lets nobody catch the failure, so that a database
    // which is away at that moment would end the process; a batch, even one that waits for nothing, is repeated.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    // Jobs written by the Functions are told by NOTIFY; polling finds those that became due and lost notices.
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: toJobLogger(deps.logger),
  });
  runner.promise.catch(onFatal);
  if (onJobEnded) hearJobs(runner, onJobEnded);
  return {
    async stop() {
      await Promise.all([runner.stop(), freeing]);
    },
  };
}

function hearJobs({ events }: Runner, onJobEnded: NonNullable<RunEffectsDependencies['onJobEnded']>): void {
  events.on('job:success', ({ job }) => onJobEnded(job.task_identifier, 'done'));
  events.on('job:error', ({ job }) => {
    if (job.attempts < job.max_attempts) onJobEnded(job.task_identifier, 'again');
  });
  events.on('job:failed', ({ job }) => onJobEnded(job.task_identifier, 'given-up'));
}

async function workersOfBefore(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ locked_by: string }>(
    'select distinct locked_by from graphile_worker.jobs where locked_by is not null',
  );
  return rows.map(({ locked_by }) => locked_by);
}

async function freeJobsOf(pool: Pool, workers: readonly string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [workers]);
}

function toTaskList(deps: EffectDependencies): TaskList {
  const entry = <Name extends JobName>(name: Name): TaskList => ({
    [name]: async (payload, { job }) => {
      const logger = deps.logger.child({ job: name, jobId: job.id, attempt: job.attempts });
      await effects[name]({ ...deps, logger }, jobPayloads[name].parse(payload) as Parameters<Effect<Name>>[1]);
      logger.debug('job done');
    },
  });
  return Object.assign({}, ...(Object.keys(effects) as JobName[]).map(entry));
}

/** The library's own lines at their level. Its messages may quote a job's payload on debug level: those are dropped. */
function toJobLogger(logger: Logger): JobLogger {
  return new JobLogger(() => (level, message) => {
    if (level === 'error') logger.error({ source: 'graphile-worker' }, message);
    else if (level === 'warning') logger.warn({ source: 'graphile-worker' }, message);
  });
}
