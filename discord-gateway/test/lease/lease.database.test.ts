import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '@discord-channel/database';
import { type HeldLease, holdLease } from '../../src/lease/hold-lease';
import type { LeaseLost } from '../../src/lease/lease-lost';
import { waitForLease } from '../../src/lease/wait-for-lease';
import { openWorkerPool } from '../../src/start/open-worker-pool';
import { takeLease } from '../../src/store/leases';
import { applicationId, logger } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
const opened: Pool[] = [];
const held: HeldLease[] = [];
afterEach(async () => {
  for (const lease of held.splice(0)) await lease.stop({ inOrder: false });
  for (const pool of opened.splice(0)) await pool.end();
});

const connectionString = () =>
  (database() as unknown as { options: { connectionString: string } }).options.connectionString;

/** What a worker with this epoch works with. */
function poolOf(epoch: number): Pool {
  const pool = openWorkerPool(connectionString(), { applicationId, epoch, logger });
  opened.push(pool);
  return pool;
}

const standBy = (signal = new AbortController().signal) =>
  waitForLease({ pool: database(), applicationId, holder: 'test', logger, signal });

function hold(epoch: number, onLost: (error: LeaseLost) => void = () => {}): HeldLease {
  const lease = holdLease({
    pool: database(),
    applicationId,
    epoch,
    logger,
    signal: new AbortController().signal,
    onLost,
  });
  held.push(lease);
  return lease;
}

/** The holder has not been heard of for so long. */
const silentFor = (ms: number) =>
  database().query(`update relay.leases set renewed_at = now() - $1 * interval '1 ms'`, [ms]);

test('the first worker becomes active at once and has nothing to wait for', async () => {
  await expect(standBy()).resolves.toEqual({ epoch: 1, formerSilentMs: null });
});

test('another worker stands by while the lease is renewed', async () => {
  const { epoch } = await standBy();
  await poolOf(epoch).query('select 1');
  hold(epoch);
  const ending = new AbortController();
  const second = standBy(ending.signal);
  await sleep(1_000);
  ending.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
});

test('a worker that leaves in order is followed at once, and nothing needs to settle', async () => {
  const first = await standBy();
  await hold(first.epoch).stop({ inOrder: true });
  await expect(standBy()).resolves.toEqual({ epoch: 2, formerSilentMs: null });
});

test('a silent worker is followed when its lease has run out, although its process still has connections', async () => {
  const { epoch } = await standBy();
  await poolOf(epoch).query('select 1');
  await silentFor(1_100);
  await expect(takeLease(database(), applicationId, 'test')).resolves.toBeUndefined();
  await silentFor(2_500);
  await expect(takeLease(database(), applicationId, 'test')).resolves.toMatchObject({ epoch: 2 });
});

test('a worker whose process is gone is followed before its lease has run out', async () => {
  await standBy();
  await silentFor(100);
  await expect(takeLease(database(), applicationId, 'test')).resolves.toBeUndefined();
  await silentFor(1_100);
  await expect(takeLease(database(), applicationId, 'test')).resolves.toMatchObject({ epoch: 2 });
});

test('the transaction of the worker before cannot commit any more', async () => {
  const first = await standBy();
  const old = await poolOf(first.epoch).connect();
  old.on('error', () => {});
  await old.query('begin');
  await old.query(`insert into relay.task_events (event_id, type) values ('EV1', 'late')`);
  await silentFor(2_500);
  await standBy();
  await expect(old.query('commit')).rejects.toThrow();
  old.release(true);
  await expect(database().query('select 1 from relay.task_events')).resolves.toMatchObject({ rowCount: 0 });
});

test('the worker before gets no new connection, and is told why', async () => {
  const first = await standBy();
  const old = poolOf(first.epoch);
  await old.query('select 1');
  await silentFor(2_500);
  await standBy();
  await sleep(50);
  await expect(old.query('select 1')).rejects.toMatchObject({ code: 'lease-lost' });
});

test('a worker that was taken over learns it from its next renewal, and sends nothing from then on', async () => {
  const { epoch } = await standBy();
  await silentFor(2_500);
  await standBy();
  const lost = await new Promise<LeaseLost>((resolve) => {
    hold(epoch, resolve);
  });
  expect(lost.code).toBe('lease-lost');
  expect(held[0]?.isHeld()).toBe(false);
});

test('a process that was suspended sends nothing before a renewal proves that nobody took over', async () => {
  const { epoch } = await standBy();
  const clock = { now: 0 };
  const ending = new AbortController();
  const lease = holdLease({
    pool: database(),
    applicationId,
    epoch,
    logger,
    signal: ending.signal,
    onLost: () => {},
    monotonicNow: () => clock.now,
  });
  held.push(lease);
  await sleep(50);
  clock.now = 60_000;
  expect(lease.isHeld()).toBe(false);
  await lease.whenHeld();
  expect(lease.isHeld()).toBe(true);
  clock.now = 120_000;
  const waiting = lease.whenHeld();
  ending.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
