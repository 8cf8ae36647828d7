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
  await database.query(
    `select graphile_worker.add_job($1::text, payload := $2::json, job_key := $3::text, run_at := $4::timestamptz,
                                    job_key_mode := $5::text, queue_name := $6::text)`,
    [
      name,
      JSON.stringify(jobPayloads[name].parse(payload)),
      options.key ?? null,
      options.runAt ?? null,
      options.keepsTime ? 'preserve_run_at' : 'replace',
      options.queue ?? null,
    ],
  );
}

/** As `enqueueJob`, for many jobs of one kind in one statement. Each replaces what waits under its key. */
export async function enqueueJobs<Name extends JobName>(
  database: Queryable,
  name: Name,
  jobs: readonly { payload: JobPayload<Name>; key: string; runAt: Date }[],
): Promise<void> {
  await database.query(
    `select graphile_worker.add_job($1::text, payload := job.payload, job_key := job.key, run_at := job.run_at)
     from unnest($2::json[], $3::text[], $4::timestamptz[]) as job(payload, key, run_at)`,
    [
      name,
      jobs.map(({ payload }) => JSON.stringify(jobPayloads[name].parse(payload))),
      jobs.map(({ key }) => key),
      jobs.map(({ runAt }) => runAt),
    ],
  );
}
