import { createTaskRouter } from '../../../src/twilio/task-router/create-task-router';
import type { Task, TaskRouterEvent } from '../../../src/twilio/task-router/model';
import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';

const { activities, agents } = world.twilio;
const [offline, available, onBreak] = activities;

function setUp({ capacity = 3 } = {}) {
  const clock = createHandClock();
  const taskRouter = createTaskRouter({ workspace: { ...world.twilio, capacity, reservationTimeout: 120 }, clock });
  const events: string[] = [];
  taskRouter.onEvent(({ type }: TaskRouterEvent) => void events.push(type));
  const [kim, noor] = agents.map(({ workerSid }) => {
    const worker = taskRouter.worker(workerSid);
    if (!worker) throw new Error('The world has no such agent');
    return worker;
  });
  if (!kim || !noor) throw new Error('The world has too few agents');
  return { clock, taskRouter, events, kim, noor };
}

const lastReservation = (task: Task) => {
  const reservation = task.reservations.at(-1);
  if (!reservation) throw new Error('The task was not offered to anybody');
  return reservation;
};

test('a task waits while nobody is available and is offered to the first who becomes so', () => {
  const { taskRouter, events, kim } = setUp();
  const task = taskRouter.createTask({ attributes: '{}' });
  expect(task.assignmentStatus).toBe('pending');
  taskRouter.changeActivity(kim, available);
  expect(task.assignmentStatus).toBe('reserved');
  expect(lastReservation(task).worker).toBe(kim);
  expect(events).toEqual(['task.created', 'worker.activity.update', 'reservation.created']);
});

test('accept, wrap up and complete move the task and are told in that order', () => {
  const { taskRouter, events, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  const reservation = lastReservation(task);
  taskRouter.accept(reservation);
  expect(task.assignmentStatus).toBe('assigned');
  taskRouter.wrapUp(reservation);
  expect(task.assignmentStatus).toBe('wrapping');
  taskRouter.complete(reservation);
  expect(task).toMatchObject({ assignmentStatus: 'completed', reason: 'All reservations were completed' });
  expect(events.slice(-5)).toEqual([
    'reservation.accepted',
    'reservation.wrapup',
    'task.wrapup',
    'reservation.completed',
    'task.completed',
  ]);
});

test('a rejected task goes to another agent first', () => {
  const { taskRouter, kim, noor } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.changeActivity(noor, available);
  taskRouter.reject(lastReservation(task));
  expect(lastReservation(task).worker).toBe(noor);
});

test('a task that everybody rejected is offered again', () => {
  const { taskRouter, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.reject(lastReservation(task));
  expect(task.reservations.map(({ status }) => status)).toEqual(['rejected', 'pending']);
});

test('who lets a reservation time out is taken offline and the task goes on', () => {
  const { clock, taskRouter, events, kim, noor } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.changeActivity(noor, available);
  clock.advance(120_000);
  expect(events).toContain('reservation.timeout');
  expect(kim.activity).toEqual(offline);
  expect(lastReservation(task).worker).toBe(noor);
});

test('an accepted reservation never times out', () => {
  const { clock, taskRouter, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}', timeout: 60 });
  taskRouter.accept(lastReservation(task));
  clock.advance(86_400_000);
  expect(task.assignmentStatus).toBe('assigned');
});

test('an agent gets no more tasks than the capacity allows, and the next when one is completed', () => {
  const { taskRouter, kim } = setUp({ capacity: 1 });
  taskRouter.changeActivity(kim, available);
  const first = taskRouter.createTask({ attributes: '{}' });
  const second = taskRouter.createTask({ attributes: '{}' });
  expect(second.assignmentStatus).toBe('pending');
  taskRouter.accept(lastReservation(first));
  taskRouter.complete(lastReservation(first));
  expect(second.assignmentStatus).toBe('reserved');
});

test('a task of higher priority is offered first', () => {
  const { taskRouter, kim } = setUp({ capacity: 1 });
  taskRouter.createTask({ attributes: '{}' });
  const urgent = taskRouter.createTask({ attributes: '{}', priority: 10 });
  taskRouter.changeActivity(kim, available);
  expect(urgent.assignmentStatus).toBe('reserved');
});

test('a task that nobody takes in time is cancelled', () => {
  const { clock, taskRouter, events } = setUp();
  const task = taskRouter.createTask({ attributes: '{}', timeout: 60 });
  clock.advance(60_000);
  expect(task).toMatchObject({ assignmentStatus: 'canceled', reason: 'Task TTL Exceeded' });
  expect(events.at(-1)).toBe('task.canceled');
});

test('cancelling takes the pending reservation away', () => {
  const { taskRouter, events, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.cancelTask(task, 'no longer needed');
  expect(events.slice(-2)).toEqual(['reservation.canceled', 'task.canceled']);
  expect(kim.occupying.size).toBe(0);
});

test('the workflow running out cancels the task and says why', () => {
  const { taskRouter, events } = setUp();
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.timeOutWorkflow(task);
  expect(events.slice(-2)).toEqual(['workflow.timeout', 'task.canceled']);
});

test('an agent with a pending reservation cannot go on a break without rejecting it', () => {
  const { taskRouter, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  expect(() => taskRouter.changeActivity(kim, onBreak)).toThrow(/while it has 1 pending reservations/);
  taskRouter.changeActivity(kim, onBreak, { rejectPendingReservations: true });
  expect(kim.activity).toEqual(onBreak);
  expect(task.assignmentStatus).toBe('pending');
});

test('accepting twice is refused', () => {
  const { taskRouter, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const reservation = lastReservation(taskRouter.createTask({ attributes: '{}' }));
  taskRouter.accept(reservation);
  expect(() => taskRouter.accept(reservation)).toThrow(/status accepted/);
});

test('TaskRouter forgets a task five minutes after its end', () => {
  const { clock, taskRouter } = setUp();
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.cancelTask(task, 'over');
  clock.advance(299_000);
  expect(taskRouter.task(task.sid)).toBe(task);
  clock.advance(1_000);
  expect(taskRouter.task(task.sid)).toBeUndefined();
});

test('a deleted task is gone at once and frees its agent', () => {
  const { taskRouter, events, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  taskRouter.accept(lastReservation(task));
  taskRouter.deleteTask(task);
  expect(taskRouter.task(task.sid)).toBeUndefined();
  expect(kim.occupying.size).toBe(0);
  expect(events.at(-1)).toBe('task.deleted');
});

test('a reset leaves agents offline, no tasks and no timer', () => {
  const { clock, taskRouter, events, kim } = setUp();
  taskRouter.changeActivity(kim, available);
  taskRouter.createTask({ attributes: '{}' });
  taskRouter.reset();
  const told = events.length;
  clock.advance(86_400_000);
  expect(events).toHaveLength(told);
  expect(taskRouter.tasks()).toEqual([]);
  expect(taskRouter.worker(kim.sid)?.activity).toEqual(offline);
});
