import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueReading } from '../store/queue-readings';
import { createBoundedLabels } from './bounded-labels';
import type { FileEvent } from './file-event';
import type { GatewaySessionEvent } from './gateway-session-event';
import { createTimelyReader } from './read-in-time';
import type { RemoteObserver } from './remote-observer';
import type { Settled } from './settled';

/** What is read at each scrape. */
export interface MetricsSources {
  readQueues: () => Promise<readonly QueueReading[]>;
  isConnected: () => boolean;
  /** Gateway events that are received and not yet in the database. */
  uncommittedEvents: () => number;
  /** The database pools by name, as pg counts them. A worker that stands by has no pool for the work. */
  connections: () => { readonly receiver: PoolCounts; readonly worker?: PoolCounts };
}

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export type Metrics = ReturnType<typeof createMetrics>;

/** Milliseconds that a scrape waits for the database; Prometheus itself gives up after 10 s. */
const readWithinMs = 1_500;
/** Different codes of one service that get a time series of their own. */
const codesPerService = 50;
/** Seconds; the targets of the relay are in the tens of milliseconds, its retries in the minutes. */
const latencyBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/**
 * Counts and measures one worker, in a registry of its own. No label carries an id, a name or a text, and the values
 * of each label are few.
 */
export function createMetrics(sources: MetricsSources) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });

  const databaseUp = gauge('relay_database_up', 'Whether the database answered this scrape in time.');
  const depth = gauge('relay_queue_depth', 'What waits in a queue; of jobs, what is due.', 'queue');
  const oldest = gauge('relay_queue_oldest_seconds', 'How long the oldest in a queue has waited.', 'queue');
  const givenUp = gauge('relay_queue_given_up', 'Jobs that failed for the last time.', 'queue');
  const deliveries = counter('relay_deliveries_total', 'What became of what was carried.', 'direction', 'outcome');
  const postponed = counter('relay_postponed_total', 'Attempts that failed and are repeated.', 'direction');
  const files = counter('relay_files_total', 'Files that were carried, or why not.', 'direction', 'outcome');
  const fileBytes = counter('relay_file_bytes_total', 'Bytes of the files that were carried.', 'direction');
  const latency = new Histogram({
    name: 'relay_delivery_seconds',
    help: 'Inbound: from the time in the Discord id until Twilio has it. Outbound: from the webhook until Discord has it.',
    labelNames: ['direction'],
    buckets: latencyBuckets,
    registers,
  });
  const jobs = counter('relay_jobs_total', 'Runs of durable jobs.', 'job', 'outcome');
  const remoteErrors = counter('relay_remote_errors_total', 'Requests that failed.', 'service', 'code');
  const waits = counter('relay_rate_limit_waits_total', 'Requests that a rate limit held up.', 'service', 'scope');
  const waited = counter('relay_rate_limit_wait_seconds_total', 'Seconds asked for by them.', 'service', 'scope');
  const extraRequests = counter('relay_extra_twilio_requests_total', 'Requests that carry no message.', 'purpose');
  const connected = gauge('relay_gateway_connected', 'Whether the Discord gateway is connected.');
  const sessions = counter('relay_gateway_session_events_total', 'The gateway connection.', 'event', 'code');
  const active = gauge('relay_active', 'Whether this worker is the one that carries messages.');
  const leaseEpoch = gauge('relay_lease_epoch', 'Number of the lease that this worker holds or held last.');
  const uncommitted = gauge('relay_uncommitted_events', 'Gateway events received and not yet stored.');
  const connections = gauge('relay_database_connections', 'Connections, and who waits for one.', 'pool', 'state');
  const inFlight = gauge('relay_steps_in_flight', 'Deliveries under way at once.', 'direction');
  const limit = gauge('relay_steps_limit', 'How many deliveries may be under way at once.', 'direction');

  const closeCodes = createBoundedLabels(codesPerService);
  const readQueuesInTime = createTimelyReader(sources.readQueues, readWithinMs);

  function observe(service: 'discord' | 'twilio'): RemoteObserver {
    const codes = createBoundedLabels(codesPerService);
    const scopes = createBoundedLabels(codesPerService);
    return {
      failed: (code) => remoteErrors.inc({ service, code: codes(code) }),
      waits({ scope, ms }) {
        const labels = { service, scope: scopes(scope) };
        waits.inc(labels);
        waited.inc(labels, Math.max(0, ms) / 1_000);
      },
    };
  }

  async function measureQueues(): Promise<void> {
    const readings = await readQueuesInTime();
    databaseUp.set(readings ? 1 : 0);
    // What was true before the database went must not pass for what is true now.
    for (const stale of [depth, oldest, givenUp]) stale.reset();
    for (const { queue, ...reading } of readings ?? []) {
      depth.set({ queue }, reading.depth);
      oldest.set({ queue }, reading.oldestSeconds);
      if (queue === 'jobs') givenUp.set({ queue }, reading.givenUp);
    }
  }

  return {
    contentType: registry.contentType,
    /** The text that Prometheus reads. Resolves in about the time-out of the database at the latest. */
    async scrape(): Promise<string> {
      await measureQueues();
      connected.set(sources.isConnected() ? 1 : 0);
      uncommitted.set(sources.uncommittedEvents());
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(sources.connections())) {
        connections.set({ pool, state: 'in-use' }, totalCount - idleCount);
        connections.set({ pool, state: 'idle' }, idleCount);
        connections.set({ pool, state: 'waited-for' }, waitingCount);
      }
      return registry.metrics();
    },
    settled({ direction, outcome, latencyMs }: Settled): void {
      if (outcome === 'postponed') postponed.inc({ direction });
      else deliveries.inc({ direction, outcome });
      if (latencyMs !== undefined) latency.observe({ direction }, latencyMs / 1_000);
    },
    file(event: FileEvent): void {
      files.inc({ direction: event.direction, outcome: event.outcome });
      if (event.outcome === 'carried') fileBytes.inc({ direction: event.direction }, event.bytes);
    },
    /** `poll` compares the end of a conversation with an agent, `delivery-mark` shows the agent what was delivered. */
    extraRequest: (purpose: 'poll' | 'delivery-mark'): void => extraRequests.inc({ purpose }),
    /** A run of a job ended: `again` is repeated, `given-up` was the last. */
    jobEnded: (job: string, outcome: 'done' | 'again' | 'given-up'): void => jobs.inc({ job, outcome }),
    /** One for each service: what it counts under few codes stays few, however many clients tell it. */
    observers: { discord: observe('discord'), twilio: observe('twilio') },
    gatewaySession(event: GatewaySessionEvent): void {
      sessions.inc({ event: event.kind, code: event.kind === 'closed' ? closeCodes(`${event.code}`) : '' });
    },
    /** Whether this worker carries messages, and under which lease where there is one. */
    lease(lease: { active: boolean; epoch?: number }): void {
      active.set(lease.active ? 1 : 0);
      if (lease.epoch !== undefined) leaseEpoch.set(lease.epoch);
    },
    /** Counts the calls of `step` that are under way. */
    inFlight<Result>(
      direction: 'inbound' | 'outbound',
      concurrency: number,
      step: (lane: string) => Promise<Result>,
    ): (lane: string) => Promise<Result> {
      limit.set({ direction }, concurrency);
      inFlight.set({ direction }, 0);
      return async (lane) => {
        inFlight.inc({ direction });
        try {
          return await step(lane);
        } finally {
          inFlight.dec({ direction });
        }
      };
    },
  };
}
