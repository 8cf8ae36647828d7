import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';
import { takeUnhandled } from '../../watched-emulators';
import { officialClient, type RunningRouting, startRouting } from '../start-routing';

const { workspaceSid } = world.twilio;
const clock = createHandClock();
let running: RunningRouting;
beforeAll(async () => {
  running = await startRouting({ clock });
});
beforeEach(() => {
  running.routing.reset();
  clock.advance(10_000);
});
afterAll(() => running.stop());

const tasks = () => running.client.taskrouter.v1.workspaces(workspaceSid).tasks;

test('a task is found by the conversation in its attributes', async () => {
  const wanted = running.routing.taskRouter.createTask({ attributes: '{"conversationSid":"CH1","case":{"number":7}}' });
  running.routing.taskRouter.createTask({ attributes: '{"conversationSid":"CH2"}' });
  const found = await tasks().list({ evaluateTaskAttributes: 'conversationSid == "CH1"', limit: 20 });
  expect(found.map(({ sid }) => sid)).toEqual([wanted.sid]);
  expect(found[0]).toMatchObject({ assignmentStatus: 'pending', taskChannelUniqueName: 'chat', workspaceSid });
});

test('a fetched task carries its attributes, and changed ones are kept', async () => {
  const { sid } = running.routing.taskRouter.createTask({ attributes: '{"name":"Wumpus"}' });
  expect((await tasks()(sid).fetch()).attributes).toBe('{"name":"Wumpus"}');
  await tasks()(sid).update({ attributes: '{"name":"Nelly"}' });
  expect((await tasks()(sid).fetch()).attributes).toBe('{"name":"Nelly"}');
});

test('the queues of a worker are found, those of a stranger are not', async () => {
  const { taskQueues } = running.client.taskrouter.v1.workspaces(workspaceSid);
  const [kim] = world.twilio.agents;
  const found = await taskQueues.list({ workerSid: kim.workerSid, limit: 1 });
  expect(found.map(({ sid }) => sid)).toEqual([world.twilio.taskQueue.sid]);
  await expect(taskQueues.list({ workerSid: `WK${'f'.repeat(32)}`, limit: 1 })).rejects.toMatchObject({ code: 20404 });
});

test('a task that is not there is a 20404', async () => {
  await expect(tasks()(`WT${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
});

test('a deleted task is gone', async () => {
  const { sid } = running.routing.taskRouter.createTask({ attributes: '{}' });
  expect(await tasks()(sid).remove()).toBe(true);
  await expect(tasks()(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
});

test('attributes that are not JSON are refused', async () => {
  const { sid } = running.routing.taskRouter.createTask({ attributes: '{}' });
  await expect(tasks()(sid).update({ attributes: '{' })).rejects.toMatchObject({ status: 400, code: 20001 });
});

test('a fourth query by attributes within a second is turned away', async () => {
  const query = () => tasks().list({ evaluateTaskAttributes: 'conversationSid == "CH1"', limit: 1 });
  await Promise.all([query(), query(), query()]);
  await expect(query()).rejects.toMatchObject({ status: 429, code: 20429 });
  clock.advance(1_000);
  await expect(query()).resolves.toEqual([]);
});

test('a wrong auth token is a 20003', async () => {
  const stranger = officialClient(running.url, 'b'.repeat(32));
  await expect(stranger.taskrouter.v1.workspaces(workspaceSid).tasks.list({ limit: 1 })).rejects.toMatchObject({
    status: 401,
    code: 20003,
  });
});

test('a route or parameter that the emulator does not know is answered with an error and recorded', async () => {
  await expect(running.client.taskrouter.v1.workspaces(workspaceSid).workers.list({ limit: 1 })).rejects.toMatchObject({
    status: 404,
  });
  await expect(tasks().list({ hasAddons: true, limit: 1 })).rejects.toMatchObject({ status: 400 });
  expect(takeUnhandled()).toEqual([
    { method: 'GET', target: `taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Workers`, reason: 'unknown-route' },
    {
      method: 'GET',
      target: `taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Tasks`,
      reason: 'unknown-field',
      detail: 'HasAddons',
    },
  ]);
});
