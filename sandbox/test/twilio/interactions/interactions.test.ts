import { world } from '../../../src/world';
import { type RunningRouting, startRouting } from '../start-routing';
import { until } from '../until';

const { workspaceSid, workflow } = world.twilio;
const [kim] = world.twilio.agents;
const [, available] = world.twilio.activities;
let running: RunningRouting;

beforeAll(async () => {
  running = await startRouting();
});
afterEach(() => running.routing.reset());
afterAll(() => running.stop());

const channel = (conversationSid: string, change: object = {}) => ({
  type: 'web',
  initiated_by: 'customer',
  properties: { media_channel_sid: conversationSid },
  ...change,
});

const routing = (attributes: object = {}) => ({
  type: 'TaskRouter',
  properties: {
    workspace_sid: workspaceSid,
    workflow_sid: workflow.sid,
    task_channel_unique_name: 'chat',
    attributes,
  },
});

/** A conversation that an agent was asked to take, up to the pending reservation. */
async function offered(attributes: object = { channelType: 'discord', name: 'Wumpus' }) {
  const conversation = running.conversations.open();
  const { taskRouter } = running.routing;
  const worker = taskRouter.worker(kim.workerSid);
  if (!worker) throw new Error('No such agent');
  taskRouter.changeActivity(worker, available);
  const { sid } = await running.client.flexApi.v1.interaction.create({
    channel: channel(conversation.sid),
    routing: routing(attributes),
  });
  const task = await until(() => taskRouter.tasks().find(({ assignmentStatus }) => assignmentStatus === 'reserved'));
  const reservation = task.reservations[0];
  if (!reservation) throw new Error('No reservation');
  return { conversation, interactionSid: sid, task, reservation, given: JSON.parse(task.attributes) };
}

/** A call that Flex UI makes over the event bridge. */
async function bridge(url: string, params: object, method = 'POST') {
  const answer = await fetch(`${running.url}/__twilio/event-bridge.twilio.com/v1/wschannels`, {
    method: 'POST',
    body: JSON.stringify({ url, method, params, token: running.token }),
  });
  return { status: answer.status, ...((await answer.json()) as { payload?: unknown; message?: string }) };
}

const channelUrl = (attributes: Record<string, string>) =>
  `v1/Interactions/${attributes.flexInteractionSid}/Channels/${attributes.flexInteractionChannelSid}`;

const answerInvite = (attributes: Record<string, string>, action: string, reservationSid: string) =>
  bridge(`${channelUrl(attributes)}/Invites/${attributes.flexChannelInviteSid}`, {
    action,
    routing: { type: 'taskrouter', reservation: { sid: reservationSid } },
  });

const identities = (conversationSid: string) =>
  [...(running.conversations.conversation(conversationSid)?.participants.values() ?? [])].map(
    ({ identity }) => identity,
  );

test('the interaction is answered at once and the task comes after', async () => {
  const conversation = running.conversations.open();
  const created = await running.client.flexApi.v1.interaction.create({
    channel: channel(conversation.sid),
    routing: routing(),
  });
  expect(created.sid).toMatch(/^KD[0-9a-f]{32}$/);
  await until(() => running.routing.taskRouter.tasks().length === 1);
});

test('the task carries what Flex adds, and the channel type that was given survives', async () => {
  const { given, conversation, interactionSid } = await offered({ channelType: 'discord', name: 'Wumpus' });
  expect(given).toMatchObject({
    channelType: 'discord',
    name: 'Wumpus',
    conversationSid: conversation.sid,
    flexInteractionSid: interactionSid,
    flexInteractionChannelSid: expect.stringMatching(/^UO/),
    flexChannelInviteSid: expect.stringMatching(/^KG/),
    customerAddress: 'discord_300000000000000001',
  });
});

test('nobody can overwrite the SIDs that tie task and interaction together', async () => {
  const { given, conversation } = await offered({ conversationSid: 'CHforged', flexInteractionSid: 'KDforged' });
  expect(given.conversationSid).toBe(conversation.sid);
  expect(given.flexInteractionSid).toMatch(/^KD[0-9a-f]{32}$/);
});

test('accepting the invite brings the agent into the conversation under their name', async () => {
  const { conversation, given, reservation, task } = await offered();
  expect(await answerInvite(given, 'accept', reservation.sid)).toMatchObject({ status: 200 });
  expect(task.assignmentStatus).toBe('assigned');
  expect(identities(conversation.sid)).toEqual(['discord_300000000000000001', kim.identity]);
  expect(running.conversations.friendlyNames.get(kim.identity)).toBe(kim.fullName);
});

test('declining the invite offers the task again and adds nobody', async () => {
  const { conversation, given, reservation, task } = await offered();
  await answerInvite(given, 'decline', reservation.sid);
  expect(reservation.status).toBe('rejected');
  expect(task.reservations).toHaveLength(2);
  expect(identities(conversation.sid)).toEqual(['discord_300000000000000001']);
});

test('ending the chat closes the conversation and wraps up; completing ends the task', async () => {
  const { conversation, given, reservation, task } = await offered();
  await answerInvite(given, 'accept', reservation.sid);
  await bridge(channelUrl(given), { status: 'closed', routing: { status: 'wrapup' } });
  expect(running.conversations.conversation(conversation.sid)?.state).toBe('closed');
  expect(task.assignmentStatus).toBe('wrapping');
  await bridge(channelUrl(given), { status: 'closed', routing: { status: 'closed' } });
  expect(task.assignmentStatus).toBe('completed');
});

test('leaving keeps the conversation open without the agent', async () => {
  const { conversation, given, reservation, task } = await offered();
  await answerInvite(given, 'accept', reservation.sid);
  await bridge(channelUrl(given), { status: 'inactive', routing: { status: 'closed' } });
  expect(running.conversations.conversation(conversation.sid)?.state).toBe('active');
  expect(identities(conversation.sid)).toEqual(['discord_300000000000000001']);
  expect(task.assignmentStatus).toBe('completed');
});

test('Flex sees customer and agent as participants, the agent with the reservation', async () => {
  const { given, reservation, task } = await offered();
  await answerInvite(given, 'accept', reservation.sid);
  const { payload } = await bridge(`${channelUrl(given)}/Participants`, {}, 'GET');
  expect(payload).toMatchObject({
    participants: [
      { type: 'customer', routing_properties: null, media_properties: { identity: 'discord_300000000000000001' } },
      {
        type: 'agent',
        routing_properties: { worker_sid: kim.workerSid, task_sid: task.sid, reservation_sid: reservation.sid },
        media_properties: { identity: kim.identity },
      },
    ],
  });
});

test('Flex reads a channel, what was transferred, the reservation and the task, and takes a participant out', async () => {
  const { conversation, given, reservation, task } = await offered();
  await answerInvite(given, 'accept', reservation.sid);
  expect(await bridge(channelUrl(given), {}, 'GET')).toMatchObject({ payload: { media_sid: conversation.sid } });
  const instance = `v1/Instances/${world.twilio.flexInstanceSid}/${channelUrl(given).replace('v1/', '')}`;
  expect(await bridge(`${instance}/Transfers`, {}, 'GET')).toMatchObject({ status: 200, payload: [] });
  const workspace = `Workspaces/${world.twilio.workspaceSid}`;
  const worker = `${workspace}/Workers/${kim.workerSid}`;
  expect(await bridge(`${worker}/Transfers`, {}, 'GET')).toMatchObject({ status: 200 });
  expect(await bridge(`${worker}/Reservations/${reservation.sid}`, {}, 'GET')).toMatchObject({
    payload: { reservation_status: 'accepted' },
  });
  expect(await bridge(`${workspace}/Tasks/${task.sid}`, {}, 'GET')).toMatchObject({ payload: { sid: task.sid } });
  const { payload } = await bridge(`${channelUrl(given)}/Participants`, {}, 'GET');
  const [, agent] = (payload as { participants: { sid: string }[] }).participants;
  await bridge(`${channelUrl(given)}/Participants/${agent?.sid}`, { status: 'closed' });
  expect(identities(conversation.sid)).toEqual(['discord_300000000000000001']);
});

test('the product can end a channel over REST', async () => {
  const { conversation, given, interactionSid, reservation, task } = await offered();
  await answerInvite(given, 'accept', reservation.sid);
  const ended = await running.client.flexApi.v1
    .interaction(interactionSid)
    .channels(given.flexInteractionChannelSid)
    .update({ status: 'closed', routing: { status: 'closed' } });
  expect(ended.status).toBe('closed');
  expect(running.conversations.conversation(conversation.sid)?.state).toBe('closed');
  expect(task.assignmentStatus).toBe('completed');
});

test('an interaction, its channels and invites can be read', async () => {
  const { given, interactionSid } = await offered();
  const context = running.client.flexApi.v1.interaction(interactionSid);
  expect(await context.fetch()).toMatchObject({ sid: interactionSid });
  const channels = await context.channels.list({ limit: 5 });
  expect(channels).toMatchObject([{ sid: given.flexInteractionChannelSid, type: 'web', status: 'active' }]);
  expect(await context.channels(given.flexInteractionChannelSid).fetch()).toMatchObject({ type: 'web' });
  const invites = await context.channels(given.flexInteractionChannelSid).invites.list({ limit: 5 });
  expect(invites.map(({ sid }) => sid)).toEqual([given.flexChannelInviteSid]);
});

describe('another agent', () => {
  const [, noor] = world.twilio.agents;

  test('who alone is asked for gets the task; without a queue, or unknown, nobody is', async () => {
    const conversation = running.conversations.open();
    const { taskRouter } = running.routing;
    for (const { workerSid } of [kim, noor]) {
      const worker = taskRouter.worker(workerSid);
      if (worker) taskRouter.changeActivity(worker, available);
    }
    const ask = (properties: object) => {
      const { type, properties: known } = routing();
      return running.client.flexApi.v1.interaction.create({
        channel: channel(conversation.sid, { initiated_by: 'api' }),
        routing: { type, properties: { ...known, ...properties } },
      });
    };
    const queue_sid = world.twilio.taskQueue.sid;
    await expect(ask({ worker_sid: noor.workerSid })).rejects.toMatchObject({ status: 400 });
    await expect(ask({ worker_sid: `WK${'f'.repeat(32)}`, queue_sid })).rejects.toMatchObject({ status: 404 });
    await expect(ask({ worker_sid: noor.workerSid, queue_sid: `WQ${'f'.repeat(32)}` })).rejects.toMatchObject({
      status: 404,
    });
    await ask({ worker_sid: noor.workerSid, queue_sid });
    const task = await until(() => taskRouter.tasks().find(({ assignmentStatus }) => assignmentStatus === 'reserved'));
    expect(task.reservations.map(({ worker }) => worker.sid)).toEqual([noor.workerSid]);
  });

  test('who is invited over REST gets a task of their own in the same interaction', async () => {
    const { conversation, given, reservation, interactionSid } = await offered();
    await answerInvite(given, 'accept', reservation.sid);
    await bridge(channelUrl(given), { status: 'inactive', routing: { status: 'closed' } });
    expect(identities(conversation.sid)).toEqual(['discord_300000000000000001']);
    await running.client.flexApi.v1
      .interaction(interactionSid)
      .channels(given.flexInteractionChannelSid)
      .invites.create({ routing: routing({ channelType: 'discord' }) });
    const second = await until(() =>
      running.routing.taskRouter.tasks().find(({ assignmentStatus }) => assignmentStatus === 'reserved'),
    );
    expect(JSON.parse(second.attributes)).toMatchObject({
      conversationSid: conversation.sid,
      flexInteractionSid: interactionSid,
      flexInteractionChannelSid: given.flexInteractionChannelSid,
    });
    expect(JSON.parse(second.attributes).flexChannelInviteSid).not.toBe(given.flexChannelInviteSid);
  });

  test('to whom it is transferred is the only one who is asked, and the first one is out and in wrap-up', async () => {
    const { conversation, given, reservation } = await offered();
    const { taskRouter, interactions } = running.routing;
    await answerInvite(given, 'accept', reservation.sid);
    const colleague = taskRouter.worker(noor.workerSid);
    if (!colleague) throw new Error('No such agent');
    taskRouter.changeActivity(colleague, available);
    const from = interactions.find(given.flexInteractionSid)?.participants.find(({ type }) => type === 'agent')?.sid;
    const transfers = channelUrl(given).replace('v1/', `v1/Instances/${world.twilio.flexInstanceSid}/`);
    const answer = await bridge(`${transfers}/Transfers`, { type: 'cold', from, to: noor.workerSid });
    expect(answer).toMatchObject({ status: 200, payload: { type: 'cold', from, to: noor.workerSid } });
    const offer = await until(() => [...colleague.occupying][0]);
    expect(reservation.status).toBe('wrapping');
    expect(identities(conversation.sid)).toEqual(['discord_300000000000000001']);
    taskRouter.reject(offer);
    expect(offer.task.assignmentStatus).toBe('canceled');
  });

  test('is named by who transferred to them, whose completing is told before the task is over', async () => {
    const { given, reservation } = await offered();
    const { interactions, taskRouter } = running.routing;
    await answerInvite(given, 'accept', reservation.sid);
    const from = interactions.find(given.flexInteractionSid)?.participants.find(({ type }) => type === 'agent')?.sid;
    const transfers = channelUrl(given).replace('v1/', `v1/Instances/${world.twilio.flexInstanceSid}/`);
    await bridge(`${transfers}/Transfers`, { type: 'cold', from, to: noor.workerSid });
    const workspace = `Workspaces/${world.twilio.workspaceSid}`;
    expect(await bridge(`${workspace}/Workers/${noor.workerSid}`, {}, 'GET')).toMatchObject({
      status: 200,
      payload: { sid: noor.workerSid, attributes: expect.stringContaining('full_name') },
    });
    const queue = `${workspace}/TaskQueues/${taskRouter.workspace.taskQueue.sid}`;
    expect(await bridge(queue, {}, 'GET')).toMatchObject({ status: 200, payload: { target_workers: '1==1' } });

    const told: string[] = [];
    interactions.onParticipant((type, _, { sid }) => told.push(`${type} ${sid} ${reservation.status}`));
    const answer = await bridge(`${channelUrl(given)}/Participants/${from}`, { status: 'closed' });
    expect(answer).toMatchObject({ status: 200, payload: { sid: from } });
    await until(() => (reservation.status === 'completed' ? true : undefined));
    expect(told).toEqual([`participant.removed ${from} wrapping`]);
  });
});

describe('what the real service refuses', () => {
  const create = (channelField: object, routingField: object = routing()) =>
    running.client.flexApi.v1.interaction.create({ channel: channelField, routing: routingField });

  test.each([
    ['a channel type "custom"', { type: 'custom' }, 400],
    ['nobody who initiated it', { initiated_by: undefined }, 400],
    ['no conversation', { properties: {} }, 400],
    ['a conversation that does not exist', { properties: { media_channel_sid: `CH${'0'.repeat(32)}` } }, 404],
  ])('%s', async (_, change, status) => {
    const conversation = running.conversations.open();
    await expect(create(channel(conversation.sid, change))).rejects.toMatchObject({ status });
  });

  test('a closed conversation', async () => {
    const conversation = running.conversations.open();
    running.conversations.changeState(conversation.sid, 'closed', 'API');
    await expect(create(channel(conversation.sid))).rejects.toMatchObject({ status: 400 });
  });

  test('an unknown workflow', async () => {
    const conversation = running.conversations.open();
    const wrong = routing();
    wrong.properties.workflow_sid = `WW${'9'.repeat(32)}` as typeof workflow.sid;
    await expect(create(channel(conversation.sid), wrong)).rejects.toMatchObject({ status: 404 });
  });
});
