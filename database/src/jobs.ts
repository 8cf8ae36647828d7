import { type JobName, type JobPayload, jobPayloads } from '@discord-channel/contracts';
import type { Queryable } from './pool';

export interface JobOptions {
  /** A job that waits under the same key is replaced, so that the same wish is written once. */
  key?: string;
  /** Not before this time. */
  runAt?: Date;
  /** A job that waits under the same key keeps its time. */
  keepsTime?: boolean;
  /** Jobs of one queue run one after the other. */
  queue?: string;
}

/**
 * Writes down what shall be done outside, in the caller's own transaction. The worker does it, with retries.
 * Jobs live in the tables of graphile-worker; `add_job` is its documented SQL function.
 */
export async function enqueueJob<Name extends JobName>(
  database: Queryable,
  name: Name,
  payload: JobPayload<Name>,
  options: JobOptions = {},
): Promise<void> {
  await enqueueJobs(database, name, [{ payload, ...options }]);
}

/** As `enqueueJob`, for many jobs of one kind in one statement. */
export async function enqueueJobs<Name extends JobName>(
  database: Queryable,
  name: Name,
  jobs: readonly ({ payload: JobPayload<Name> } & JobOptions)[],
): Promise<void> {
  await database.query(
    `select graphile_worker.add_job($1::text, payload := job.payload, job_key := job.key, run_at := job.run_at,
                                    job_key_mode := job.key_mode, queue_name := job.queue)
     from unnest($2::json[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
       as job(payload, key, run_at, key_mode, queue)`,
    [
      name,
      jobs.map(({ payload }) => JSON.stringify(jobPayloads[name].parse(payload))),
      jobs.map(({ key }) => key ?? null),
      jobs.map(({ runAt }) => runAt ?? null),
      jobs.map(({ keepsTime }) => (keepsTime ? 'preserve_run_at' : 'replace')),
      jobs.map(({ queue }) => queue ?? null),
    ],
  );
}
