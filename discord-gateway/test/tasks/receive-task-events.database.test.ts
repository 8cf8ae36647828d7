import { MalformedEvents, receiveTaskEvents } from '../../src/tasks/receive-task-events';
import { direct, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
let conversationSid: string;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  conversationSid = relay.twilio.conversations[0]?.sid ?? '';
});

const event = (id: string, name: string, sid = conversationSid) => ({
  id,
  type: `com.twilio.taskrouter.${name}`,
  data: {
    payload: {
      task_sid: `WT${'1'.repeat(32)}`,
      task_attributes: JSON.stringify({ channelType: 'discord', conversationSid: sid }),
      reservation_sid: `WR${'2'.repeat(32)}`,
      worker_name: 'kim@example.com',
      worker_attributes: JSON.stringify({ full_name: 'Kim' }),
    },
  },
});

const receive = (...events: unknown[]) =>
  receiveTaskEvents({ pool: relay.pool, logger }, Buffer.from(JSON.stringify(events)));
/** What is to be done about an event; looks at who keeps silent follow every accepted task and have tests of their own. */
const jobs = async () =>
  (
    await relay.query<{ task: string }>(
      `select task_identifier as task from graphile_worker.jobs
       where task_identifier not in ('answer-unanswered', 'remind-agent', 'end-idle-chat') order by id`,
    )
  ).map(({ task }) => task);
const states = () => relay.query('select state, agent_joined_at is not null as joined from relay.conversations');

test('an agent who accepts is announced, and the conversation is watched', async () => {
  await receive(event('EV1', 'reservation.accepted'));
  expect(await jobs()).toEqual(['announce-agent']);
  expect(await states()).toEqual([{ state: 'open', joined: true }]);
});

test('an agent who is done leaves it to a job to find out what became of the conversation', async () => {
  await receive(
    event('EV1', 'reservation.accepted'),
    event('EV2', 'reservation.wrapup'),
    event('EV3', 'task.completed'),
  );
  expect(await jobs()).toEqual(['announce-agent', 'settle-conversation']);
  expect(await states()).toEqual([{ state: 'open', joined: true }]);
});

test('completed before accepted: nobody is announced', async () => {
  await receive(event('EV1', 'task.completed'), event('EV2', 'reservation.completed'));
  await receive(event('EV3', 'reservation.accepted'));
  expect(await jobs()).toEqual(['settle-conversation']);
});

test('a second task of the same conversation is announced beside the first', async () => {
  await receive(event('EV1', 'reservation.accepted'), {
    ...event('EV2', 'reservation.accepted'),
    data: {
      payload: {
        ...event('EV2', 'reservation.accepted').data.payload,
        task_sid: `WT${'3'.repeat(32)}`,
        reservation_sid: `WR${'3'.repeat(32)}`,
        worker_attributes: JSON.stringify({ full_name: 'Noor' }),
      },
    },
  });
  expect(await jobs()).toEqual(['announce-agent', 'announce-agent']);
});

test('a malformed element of a batch does not keep the others from being acted on', async () => {
  await receive(null, { id: 7 }, 'oops', event('EV1', 'reservation.accepted'));
  expect(await jobs()).toEqual(['announce-agent']);
});

test('a hand-off that nobody took leaves the conversation with the bot', async () => {
  await receive(event('EV1', 'task.canceled'));
  expect(await states()).toEqual([{ state: 'open', joined: false }]);
});

test('a task that goes away with an agent in it is looked after', async () => {
  await receive(event('EV1', 'reservation.accepted'), event('EV2', 'task.canceled'));
  expect(await jobs()).toEqual(['announce-agent', 'settle-conversation']);
});

test('an event that comes again is not acted on again', async () => {
  await receive(event('EV1', 'reservation.accepted'));
  await relay.pool.query('delete from graphile_worker._private_jobs');
  await receive(event('EV1', 'reservation.accepted'));
  expect(await jobs()).toEqual([]);
});

test('an event about somebody else’s conversation is left alone', async () => {
  await receive(event('EV1', 'reservation.accepted', `CH${'f'.repeat(32)}`));
  expect(await jobs()).toEqual([]);
});

test.each(['{', '{}', '"EV1"', 'null', ''])('a body that is no array of events is malformed (%s)', async (body) => {
  await expect(receiveTaskEvents({ pool: relay.pool, logger }, Buffer.from(body))).rejects.toThrow(MalformedEvents);
});

test('what is no event is left out, those beside it count', async () => {
  const good = event('EV1', 'reservation.accepted');
  await receive(null, 7, {}, { ...good, id: '' }, { ...good, id: 'EV\0' }, { ...good, id: 'E'.repeat(300) }, good);
  expect(await jobs()).toEqual(['announce-agent']);
});

test('an agent’s name that no database takes is still announced', async () => {
  const odd = event('EV1', 'reservation.accepted');
  odd.data.payload.worker_attributes = JSON.stringify({ full_name: 'K\0im\ud83d' });
  await receive(odd);
  expect(await jobs()).toEqual(['announce-agent']);
});
