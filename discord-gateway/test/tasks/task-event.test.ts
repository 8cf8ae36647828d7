import { readTaskEvent } from '../../src/tasks/task-event';

const conversationSid = `CH${'1'.repeat(32)}`;
const taskSid = `WT${'2'.repeat(32)}`;
const attributes = { channelType: 'discord', conversationSid };

const event = (name: string, payload: Record<string, unknown> = {}) => ({
  id: 'EV1',
  type: `com.twilio.taskrouter.${name}`,
  data: {
    payload: {
      task_sid: taskSid,
      task_attributes: JSON.stringify(attributes),
      reservation_sid: 'WR1',
      worker_sid: 'WK1',
      worker_name: 'kim@example.com',
      worker_attributes: JSON.stringify({ full_name: 'Kim', contact_uri: 'client:kim' }),
      ...payload,
    },
  },
});

test.each<[string, Record<string, unknown>, string]>([
  ['by full name', {}, 'Kim'],
  ['by the name of the worker, for want of a full one', { worker_attributes: '{}' }, 'kim@example.com'],
  ['by the name of the worker, for want of attributes', { worker_attributes: undefined }, 'kim@example.com'],
])('an accepted reservation tells who joined, %s', (_name, payload, agentName) => {
  expect(readTaskEvent(event('reservation.accepted', payload))).toEqual({
    kind: 'agent-joined',
    conversationSid,
    taskSid,
    reason: 'reservation.accepted',
    reservationSid: 'WR1',
    workerSid: 'WK1',
    agentName,
    interaction: null,
  });
});

test('an accepted reservation tells the Interaction, unless its SIDs are forged', () => {
  const flexInteractionSid = `KD${'3'.repeat(32)}`;
  const flexInteractionChannelSid = `UO${'4'.repeat(32)}`;
  const accepted = (more: object) =>
    readTaskEvent(event('reservation.accepted', { task_attributes: JSON.stringify({ ...attributes, ...more }) }));
  expect(accepted({ flexInteractionSid, flexInteractionChannelSid })).toMatchObject({
    interaction: { interactionSid: flexInteractionSid, channelSid: flexInteractionChannelSid },
  });
  expect(accepted({ flexInteractionSid: '../..', flexInteractionChannelSid })).toMatchObject({ interaction: null });
});

test.each(['reservation.wrapup', 'reservation.completed'])('%s means that the agent is done', (name) => {
  expect(readTaskEvent(event(name))).toEqual({
    kind: 'agent-left',
    conversationSid,
    taskSid,
    reason: name,
    reservationSid: 'WR1',
    workerSid: 'WK1',
    agentName: 'Kim',
  });
});

test.each([
  ['reservation.rejected', 'not-taken'],
  ['reservation.timeout', 'not-taken'],
  ['task.wrapup', 'task-ended'],
  ['task.completed', 'task-ended'],
  ['task.canceled', 'given-up'],
  ['task.deleted', 'given-up'],
  ['workflow.timeout', 'given-up'],
])('%s means %s', (name, kind) => {
  expect(readTaskEvent(event(name))).toEqual({ kind, conversationSid, taskSid, reason: name });
});

test.each<[string, unknown]>([
  ['an event that changes nothing', event('reservation.created')],
  ['another channel', event('task.completed', { task_attributes: '{"channelType":"web"}' })],
  ['attributes that are no JSON', event('task.completed', { task_attributes: 'oops' })],
  ['an event of another product', { ...event('task.completed'), type: 'com.twilio.conversations.onmessageadded' }],
  ['an event without a payload', { id: 'EV1', type: 'com.twilio.taskrouter.task.completed', data: null }],
])('%s is left alone', (_name, given) => {
  expect(readTaskEvent(given as Parameters<typeof readTaskEvent>[0])).toBeUndefined();
});
