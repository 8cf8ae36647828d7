import pino from 'pino';
import type { CloudEvent } from '../../../src/twilio/event-streams/cloud-event';
import { createEventStreams } from '../../../src/twilio/event-streams/create-event-streams';
import type { PostOutcome } from '../../../src/twilio/ports';
import { createTaskRouter } from '../../../src/twilio/task-router/create-task-router';
import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';

const [kim] = world.twilio.agents;
const [, available] = world.twilio.activities;
const ok: PostOutcome = { kind: 'answered', status: 204, body: '', contentType: '' };

function setUp() {
  const clock = createHandClock();
  const taskRouter = createTaskRouter({ workspace: { ...world.twilio, capacity: 3, reservationTimeout: 120 }, clock });
  const deliveries: { url: string; event: CloudEvent }[] = [];
  const batches: number[] = [];
  const sender: { outcome: PostOutcome } = { outcome: ok };
  const eventStreams = createEventStreams({
    taskRouter,
    clock,
    logger: pino({ level: 'silent' }),
    poster: {
      postForm: () => Promise.reject(new Error('Event Streams posts JSON')),
      postJson: async (url, body) => {
        const events = body as CloudEvent[];
        batches.push(events.length);
        for (const event of events) deliveries.push({ url, event });
        return sender.outcome;
      },
    },
  });
  const sink = eventStreams.addSink({ destination: 'http://worker/twilio/events' });
  /** Lets time pass and what was posted meanwhile be answered. */
  const pass = async (ms: number) => {
    clock.advance(ms);
    await new Promise(setImmediate);
  };
  return { clock, taskRouter, eventStreams, deliveries, batches, sender, sink, pass };
}

const types = (deliveries: readonly { event: CloudEvent }[]) =>
  deliveries.map(({ event }) => event.type.replace('com.twilio.taskrouter.', ''));

test('what happens to a task is posted as CloudEvents with the facts in snake_case', async () => {
  const { taskRouter, deliveries, batches, pass } = setUp();
  const worker = taskRouter.worker(kim.workerSid);
  if (!worker) throw new Error('No such agent');
  taskRouter.changeActivity(worker, available);
  const task = taskRouter.createTask({ attributes: '{"conversationSid":"CH1"}' });
  const [reservation] = task.reservations;
  if (!reservation) throw new Error('No reservation');
  taskRouter.accept(reservation);
  await pass(0);
  expect(types(deliveries)).toEqual(['task.created', 'reservation.created', 'reservation.accepted']);
  expect(batches).toEqual([1, 1, 1]);
  expect(deliveries[2]).toMatchObject({
    url: 'http://worker/twilio/events',
    event: {
      specversion: '1.0',
      id: expect.stringMatching(/^EZ[0-9a-f]{32}$/),
      datacontenttype: 'application/json',
      data: {
        payload: {
          eventtype: 'reservation.accepted',
          task_sid: task.sid,
          task_attributes: '{"conversationSid":"CH1"}',
          task_assignment_status: 'assigned',
          reservation_sid: reservation.sid,
          worker_sid: kim.workerSid,
          worker_name: kim.friendlyName,
          worker_attributes: expect.stringContaining(kim.fullName),
        },
      },
    },
  });
});

test('a cancelled task says why', async () => {
  const { taskRouter, deliveries, pass } = setUp();
  taskRouter.cancelTask(taskRouter.createTask({ attributes: '{}' }), 'nobody there');
  await pass(0);
  expect(deliveries.at(-1)?.event.data.payload).toMatchObject({
    eventtype: 'task.canceled',
    task_canceled_reason: 'nobody there',
  });
});

test.each<[string, PostOutcome]>([
  ['a 500', { kind: 'answered', status: 500, body: '', contentType: '' }],
  ['silence', { kind: 'timeout' }],
  ['a closed port', { kind: 'unreachable', reason: 'ECONNREFUSED' }],
])('an event is posted again after %s until it is taken, under the same id', async (_, outcome) => {
  const { taskRouter, eventStreams, deliveries, sender, pass } = setUp();
  sender.outcome = outcome;
  taskRouter.createTask({ attributes: '{}' });
  await pass(0);
  await pass(1_000);
  expect(deliveries).toHaveLength(2);
  sender.outcome = ok;
  await pass(2_000);
  await pass(28_800_000);
  expect(deliveries).toHaveLength(3);
  expect(new Set(deliveries.map(({ event }) => event.id)).size).toBe(1);
  expect(eventStreams.undelivered()).toEqual([]);
});

test('an event that nobody takes for four hours is given up', async () => {
  const { taskRouter, deliveries, sender, pass } = setUp();
  sender.outcome = { kind: 'timeout' };
  taskRouter.createTask({ attributes: '{}' });
  for (let minute = 0; minute < 5 * 60; minute += 1) await pass(60_000);
  const tried = deliveries.length;
  await pass(28_800_000);
  expect(deliveries).toHaveLength(tried);
  expect(tried).toBeGreaterThan(200);
});

test('doubled delivery is the same event twice', async () => {
  const { taskRouter, eventStreams, deliveries, pass } = setUp();
  eventStreams.setFaults({ double: true });
  taskRouter.createTask({ attributes: '{}' });
  await pass(0);
  expect(types(deliveries)).toEqual(['task.created', 'task.created']);
  expect(deliveries[0]?.event.id).toBe(deliveries[1]?.event.id);
});

test('a batch is one array, the newest event first', async () => {
  const { taskRouter, eventStreams, deliveries, batches, pass } = setUp();
  eventStreams.setFaults({ batch: 2, double: true });
  taskRouter.cancelTask(taskRouter.createTask({ attributes: '{}' }), 'over');
  await pass(0);
  expect(types(deliveries)).toEqual(['task.canceled', 'task.created', 'task.canceled', 'task.created']);
  expect(batches).toEqual([2, 2]);
});

test('a sink gets only the types that it asked for', async () => {
  const { taskRouter, eventStreams, deliveries, sink, pass } = setUp();
  eventStreams.removeSink(sink.sid);
  eventStreams.addSink({ destination: 'http://x', types: ['com.twilio.taskrouter.task.canceled'] });
  taskRouter.cancelTask(taskRouter.createTask({ attributes: '{}' }), 'over');
  await pass(0);
  expect(types(deliveries)).toEqual(['task.canceled']);
});

test('after a reset nothing old is delivered', async () => {
  const { taskRouter, eventStreams, deliveries, sender, pass } = setUp();
  sender.outcome = { kind: 'timeout' };
  taskRouter.createTask({ attributes: '{}' });
  await pass(0);
  eventStreams.reset();
  await pass(28_800_000);
  expect(deliveries).toHaveLength(1);
});
