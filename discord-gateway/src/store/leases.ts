import type { Queryable } from '@discord-channel/database';

/** Milliseconds without a renewal after which a lease may be taken over, by the database's clock. */
export const leaseMs = 2_000;
/** Milliseconds without a renewal after which a holder without any connection to the database counts as dead. */
const deadAfterMs = 1_000;

/** What the connections of a lease's holder are called in `pg_stat_activity`: by this they are found and ended. */
export function connectionName(applicationId: string, epoch: number): string {
  return `discord-gateway ${applicationId} epoch ${epoch}`;
}

export interface TakenLease {
  epoch: number;
  /** Milliseconds since the holder before was last heard of; null when it left in order, or there was none. */
  formerSilentMs: number | null;
}

/**
 * Takes the lease when it is free: released, not renewed for `leaseMs`, or its holder's process is gone (Postgres
 * ends the connections of a dead process at once, so nobody has to wait for the lease to run out).
 * @returns undefined while another worker holds it.
 */
export async function takeLease(db: Queryable, applicationId: string, holder: string): Promise<TakenLease | undefined> {
  await db.query('insert into relay.leases (application_id) values ($1) on conflict do nothing', [applicationId]);
  const { rows } = await db.query<{ epoch: string; former_silent_ms: number | null }>(
    `with former as (select *, extract(epoch from now() - renewed_at) * 1000 as silent_ms
       from relay.leases where application_id = $1 for update)
     update relay.leases lease set epoch = former.epoch + 1, holder = $2, renewed_at = now(), released = false
     from former where lease.application_id = former.application_id
       and (former.released or former.silent_ms > $3 or (former.silent_ms > $4 and not exists (
         select from pg_stat_activity where datname = current_database()
           and application_name = $5 || former.epoch)))
     returning lease.epoch, case when not former.released then former.silent_ms::float8 end as former_silent_ms`,
    [applicationId, holder, leaseMs, deadAfterMs, connectionName(applicationId, 0).slice(0, -1)],
  );
  return rows[0] && { epoch: Number(rows[0].epoch), formerSilentMs: rows[0].former_silent_ms };
}

/** Says that the holder is alive. @returns false when another worker has taken over. */
export async function renewLease(db: Queryable, applicationId: string, epoch: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'update relay.leases set renewed_at = now() where application_id = $1 and epoch = $2',
    [applicationId, epoch],
  );
  return rowCount === 1;
}

/** Gives the lease up with nothing under way: the next worker need not wait for anything. */
export async function releaseLease(db: Queryable, applicationId: string, epoch: number): Promise<void> {
  await db.query('update relay.leases set released = true where application_id = $1 and epoch = $2', [
    applicationId,
    epoch,
  ]);
}

/** True while no other worker has taken over. */
export async function isLeaseHeld(db: Queryable, applicationId: string, epoch: number): Promise<boolean> {
  const { rowCount } = await db.query('select from relay.leases where application_id = $1 and epoch = $2', [
    applicationId,
    epoch,
  ]);
  return rowCount === 1;
}

/**
 * Ends the connections of all earlier holders, whatever they are doing, and waits for each end. Their open
 * transactions are rolled back; a new connection of theirs is refused by `isLeaseHeld`.
 * @returns how many would not end.
 */
export async function endFormerConnections(db: Queryable, applicationId: string, epoch: number): Promise<number> {
  const { rows } = await db.query<{ ended: boolean }>(
    `select pg_terminate_backend(pid, 2000) as ended from pg_stat_activity
     where datname = current_database() and starts_with(application_name, $1) and application_name <> $2`,
    [connectionName(applicationId, 0).slice(0, -1), connectionName(applicationId, epoch)],
  );
  return rows.filter(({ ended }) => !ended).length;
}
