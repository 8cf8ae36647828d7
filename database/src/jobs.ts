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
