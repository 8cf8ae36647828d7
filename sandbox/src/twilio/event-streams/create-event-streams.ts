import type { Logger } from 'pino';
import type { Clock, Scheduled } from '../../clock';
import type { SignedPoster } from '../ports';
import { newSid } from '../rest/new-sid';
import type { TaskRouter } from '../task-router/task-router';
import { type CloudEvent, taskRouterCloudEvent } from './cloud-event';

/** A webhook that subscribes to types of events. */
export interface Sink {
  sid: string;
  destination: string;
  types: ReadonlySet<string>;
}

export interface EventStreamFaults {
  /** Every event is delivered twice: the real service promises at least once, no more. */
  double?: boolean;
  /** The first delivery of every event waits so long. */
  delayMs?: number;
  /** So many events wait for each other and come as one array, the newest first. */
  batch?: number;
}

export interface EventStreams {
  /**
   * Subscribes a webhook. Without types it gets everything that TaskRouter tells about tasks, reservations and
   * the workflow.
   */
  addSink(sink: { destination: string; types?: readonly string[] }): Sink;
  removeSink(sid: string): void;
  sinks(): readonly Sink[];
  setFaults(faults: EventStreamFaults): void;
  /** Events that no sink has confirmed yet. */
  undelivered(): readonly CloudEvent[];
  reset(): void;
}

export interface EventStreamsDeps {
  taskRouter: TaskRouter;
  poster: SignedPoster;
  clock: Clock;
  logger: Logger;
}

/** Events on their way to one sink, in one array. */
interface Delivery {
  sink: Sink;
  events: readonly CloudEvent[];
}

const answerWithinMs = 5_000;
const giveUpAfterMs = 4 * 3_600_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

const defaultTypes = [
  ...['created', 'accepted', 'rejected', 'timeout', 'canceled', 'rescinded', 'wrapup', 'completed'].map(
    (verb) => `reservation.${verb}`,
  ),
  ...['created', 'updated', 'wrapup', 'completed', 'canceled', 'deleted'].map((verb) => `task.${verb}`),
  'workflow.timeout',
].map((type) => `com.twilio.taskrouter.${type}`);

/**
 * The emulated Event Streams: each event is posted by itself, as an array of one unless a fault says otherwise, until the sink answers 2xx or
 * four hours have passed. Nothing keeps the order: a failed event comes after its successors.
 * https://www.twilio.com/docs/events/webhook-quickstart
 */
export function createEventStreams({ taskRouter, poster, clock, logger }: EventStreamsDeps): EventStreams {
  const sinks = new Map<string, Sink>();
  const deliveries = new Set<Delivery>();
  const timers = new Set<Scheduled>();
  const waiting = new Map<Sink, CloudEvent[]>();
  let faults: EventStreamFaults = {};

  taskRouter.onEvent((event) => {
    const cloudEvent = taskRouterCloudEvent(taskRouter.workspace, event);
    for (const sink of sinks.values()) {
      if (!sink.types.has(cloudEvent.type)) continue;
      const events = batchOf(sink, cloudEvent);
      if (!events) continue;
      for (const _ of faults.double ? [1, 2] : [1]) deliver({ sink, events });
    }
  });

  /** What is posted now that this event is there; undefined while a batch is not full. */
  function batchOf(sink: Sink, event: CloudEvent): CloudEvent[] | undefined {
    const batch = [event, ...(waiting.get(sink) ?? [])];
    if (batch.length < (faults.batch ?? 1)) {
      waiting.set(sink, batch);
      return undefined;
    }
    waiting.delete(sink);
    return batch;
  }

  function deliver(delivery: Delivery): void {
    const { sink, events } = delivery;
    deliveries.add(delivery);
    const since = clock.now().getTime();
    const attempt = async (retryMs: number) => {
      const outcome = await poster.postJson(sink.destination, events, answerWithinMs);
      if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) {
        deliveries.delete(delivery);
        return;
      }
      if (!sinks.has(sink.sid) || !deliveries.has(delivery)) return;
      const what = outcome.kind === 'answered' ? outcome.status : outcome.kind;
      logger.warn(
        { sink: sink.sid, types: events.map(({ type }) => type), outcome: what },
        'a sink did not take events',
      );
      if (clock.now().getTime() - since + retryMs > giveUpAfterMs) return;
      later(retryMs, () => attempt(Math.min(retryMs * 2, longestRetryMs)));
    };
    later(faults.delayMs ?? 0, () => attempt(firstRetryMs));
  }

  function later(afterMs: number, work: () => Promise<void>): void {
    const timer = clock.schedule(afterMs, () => {
      timers.delete(timer);
      work().catch((error: unknown) => logger.error({ err: error }, 'delivering an event failed'));
    });
    timers.add(timer);
  }

  return {
    addSink({ destination, types = defaultTypes }) {
      const sink = { sid: newSid('DG'), destination, types: new Set(types) };
      sinks.set(sink.sid, sink);
      return sink;
    },
    removeSink: (sid) => void sinks.delete(sid),
    sinks: () => [...sinks.values()],
    setFaults(next) {
      faults = next;
    },
    undelivered: () => [...[...deliveries].flatMap(({ events }) => events), ...[...waiting.values()].flat()],
    reset() {
      for (const timer of timers) timer.cancel();
      timers.clear();
      deliveries.clear();
      waiting.clear();
      faults = {};
    },
  };
}
