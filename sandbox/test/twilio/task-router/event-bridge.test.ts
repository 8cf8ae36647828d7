import { once } from 'node:events';
import { type Reservation, Worker } from 'twilio-taskrouter';
import { WebSocket } from 'ws';
import { world } from '../../../src/world';
import { takeUnhandled } from '../../watched-emulators';
import { type RunningRouting, startRouting } from '../start-routing';

const [kim, noor] = world.twilio.agents;
const [, available, onBreak] = world.twilio.activities;
let running: RunningRouting;
let workers: Worker[] = [];

beforeAll(async () => {
  letClientTimersEndWithTheTest();
  running = await startRouting();
});
afterEach(() => {
  for (const worker of workers) worker.disconnect();
  workers = [];
  running.routing.reset();
});
afterAll(() => running.stop());

/** The client library keeps its token and heartbeat timers after `disconnect`: they must not hold the process. */
function letClientTimersEndWithTheTest(): void {
  const { setTimeout: startTimeout, setInterval: startInterval } = globalThis;
  globalThis.setTimeout = Object.assign(
    (...parameters: Parameters<typeof startTimeout>) => startTimeout(...parameters).unref(),
    startTimeout,
  );
  globalThis.setInterval = Object.assign(
    (...parameters: Parameters<typeof startInterval>) => startInterval(...parameters).unref(),
    startInterval,
  );
}

/** The client library that Flex UI uses, unmodified. */
async function logIn(identity: string = kim.identity): Promise<Worker> {
  const token = running.tokens.issueToken(identity, { roles: ['agent'], expiresAt: new Date(Date.now() + 3_600_000) });
  const bridge = `${running.url}/__twilio/event-bridge.twilio.com/v1/wschannels`;
  const worker = new Worker(token, { ebServer: bridge, wsServer: bridge.replace(/^http/, 'ws'), logLevel: 'silent' });
  workers.push(worker);
  await once(worker, 'ready');
  return worker;
}

test('the client library starts as an offline worker with the activities to choose from', async () => {
  const worker = await logIn();
  expect(worker).toMatchObject({ sid: kim.workerSid, attributes: { full_name: kim.fullName } });
  expect(worker.activity.name).toBe('Offline');
  expect([...worker.activities.values()].map(({ name }) => name)).toEqual(['Offline', 'Available', 'Break']);
  expect([...worker.channels.values()].map(({ taskChannelUniqueName }) => taskChannelUniqueName)).toEqual(['chat']);
});

test('two agents are two workers, and a task goes to the one who is available', async () => {
  const [first, second] = [await logIn(kim.identity), await logIn(noor.identity)];
  await second.activities.get(available.sid)?.setAsCurrent();
  const created = once(second, 'reservationCreated');
  running.routing.taskRouter.createTask({ attributes: '{"name":"Wumpus"}' });
  const [reservation] = (await created) as [Reservation];
  expect(reservation.task.attributes).toEqual({ name: 'Wumpus' });
  expect(first.reservations.size).toBe(0);
});

test('accepting, wrapping up and completing are confirmed by events', async () => {
  const worker = await logIn();
  await worker.activities.get(available.sid)?.setAsCurrent();
  const created = once(worker, 'reservationCreated');
  running.routing.taskRouter.createTask({ attributes: '{}' });
  const [reservation] = (await created) as [Reservation];
  for (const [event, act] of [
    ['accepted', () => reservation.accept()],
    ['wrapup', () => reservation.wrap()],
    ['completed', () => reservation.complete()],
  ] as const) {
    const told = once(reservation, event);
    await act();
    await told;
  }
  expect(worker.reservations.size).toBe(0);
});

test('a reservation that is open at login is there after it', async () => {
  const { taskRouter } = running.routing;
  const worker = taskRouter.worker(kim.workerSid);
  if (!worker) throw new Error('No such agent');
  taskRouter.changeActivity(worker, available);
  const task = taskRouter.createTask({ attributes: '{}' });
  const client = await logIn();
  expect([...client.reservations.values()].map((reservation) => reservation.task.sid)).toEqual([task.sid]);
});

test('after a reset the client comes back by itself, to an offline worker', async () => {
  const worker = await logIn();
  await worker.activities.get(available.sid)?.setAsCurrent();
  const back = once(worker, 'ready');
  running.routing.reset();
  await back;
  expect(worker.activity.name).toBe('Offline');
});

test('attributes that the agent changes on a task are kept', async () => {
  const worker = await logIn();
  await worker.activities.get(available.sid)?.setAsCurrent();
  const created = once(worker, 'reservationCreated');
  const task = running.routing.taskRouter.createTask({ attributes: '{"name":"Wumpus"}' });
  const [reservation] = (await created) as [Reservation];
  await reservation.task.setAttributes({ name: 'Wumpus', note: 'x' });
  expect(JSON.parse(task.attributes)).toEqual({ name: 'Wumpus', note: 'x' });
});

test('going on a break with a pending reservation is refused as TaskRouter does', async () => {
  const worker = await logIn();
  await worker.activities.get(available.sid)?.setAsCurrent();
  running.routing.taskRouter.createTask({ attributes: '{}' });
  await expect(worker.activities.get(onBreak.sid)?.setAsCurrent()).rejects.toThrow(/pending reservations/);
});

test.each(['sandbox-token.kim.1.x.forged', ''])('a forged token is turned away: "%s"', async (token) => {
  const path = '/__twilio/event-bridge.twilio.com/v1/wschannels';
  const socket = new WebSocket(`${running.url.replace(/^http/, 'ws')}${path}?token=${token}`);
  const [code] = await once(socket, 'close');
  expect(code).toBe(1008);
  const answer = await fetch(`${running.url}${path}`, {
    method: 'POST',
    body: JSON.stringify({ url: `Workspaces/${world.twilio.workspaceSid}/Activities`, method: 'GET', token }),
  });
  expect(answer.status).toBe(401);
});

test('one agent cannot act as another', async () => {
  const answer = await fetch(`${running.url}/__twilio/event-bridge.twilio.com/v1/wschannels`, {
    method: 'POST',
    body: JSON.stringify({
      url: `Workspaces/${world.twilio.workspaceSid}/Workers/${noor.workerSid}`,
      method: 'POST',
      params: { ActivitySid: available.sid },
      token: running.token,
    }),
  });
  expect(answer.status).toBe(403);
});

test('a request that the bridge does not know is answered with an error and recorded', async () => {
  const answer = await fetch(`${running.url}/__twilio/event-bridge.twilio.com/v1/wschannels`, {
    method: 'POST',
    body: JSON.stringify({ url: 'v1/Nothing', method: 'GET', token: running.token }),
  });
  expect(answer.status).toBe(404);
  expect(takeUnhandled()).toEqual([
    { method: 'GET', target: 'event-bridge.twilio.com: v1/Nothing', reason: 'unknown-route' },
  ]);
});
