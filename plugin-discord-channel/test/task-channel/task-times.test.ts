import { duration } from '../../src/task-channel/duration';
import { initialsName } from '../../src/task-channel/initials-name';
import { isWaiting, timesOfTask } from '../../src/task-channel/task-times';

const early = new Date('2026-11-21T09:00:00Z');
const late = new Date('2026-11-21T09:05:00Z');

test('the player waits since the task was made, not since it was offered to this agent', () => {
  const offered = { status: 'pending', dateCreated: late, source: { dateCreated: early } };
  expect(timesOfTask(offered)).toEqual({ created: early.getTime(), accepted: undefined });
  expect(isWaiting(offered)).toBe(true);
});

test('an accepted task is the agent’s since its reservation changed', () => {
  const accepted = { status: 'accepted', dateCreated: early, dateUpdated: late };
  expect(timesOfTask(accepted)).toEqual({ created: early.getTime(), accepted: late.getTime() });
  expect(isWaiting(accepted)).toBe(false);
});

test.each([[undefined], [{ dateCreated: 'soon' }], [{ dateCreated: {} }]])(
  'a time without sense is not told: %j',
  (task) => {
    expect(timesOfTask(task)).toEqual({ created: undefined, accepted: undefined });
  },
);

test.each([
  [-5, '0:00'],
  [7_400, '0:07'],
  [750_000, '12:30'],
  [3_723_000, '1:02:03'],
])('%d ms read %s', (milliseconds, shown) => {
  expect(duration(milliseconds)).toBe(shown);
});

test.each([
  ['Wumpus', 'W'],
  ['Jan van Dam', 'J D'],
  ['\u202egro.live', 'g l'],
  ['🔥🔥🔥', '·'],
  ['محمد علي', 'م ع'],
  ['h\u0301\u0302\u0303i', 'h'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsName(name).slice(0, initials.length)).toBe(initials);
});
