import { createAttemptedRows } from '../../src/inbound/attempted-rows';

function rowsAt(clock: { now: number }) {
  return createAttemptedRows({
    formerRows: [5],
    formerSettlesInMs: 12_000,
    requestTimeoutMs: 10_000,
    monotonicNow: () => clock.now,
  });
}

test('a row of an earlier worker may have been posted already, and is not posted again before that one is settled', () => {
  const clock = { now: 0 };
  const rows = rowsAt(clock);
  expect(rows.begin(5)).toEqual({ kind: 'again', settlesInMs: 12_000 });
  clock.now = 11_000;
  expect(rows.begin(5)).toEqual({ kind: 'again', settlesInMs: 1_000 });
  clock.now = 12_000;
  expect(rows.begin(5)).toEqual({ kind: 'again', settlesInMs: 0 });
});

test('a new row is posted at once', () => {
  expect(rowsAt({ now: 0 }).begin(6)).toEqual({ kind: 'first' });
});

test('a row whose request had no answer is not posted again before the time-out of that request', () => {
  const clock = { now: 0 };
  const rows = rowsAt(clock);
  rows.begin(6);
  clock.now = 500;
  expect(rows.begin(6)).toEqual({ kind: 'again', settlesInMs: 9_500 });
  clock.now = 10_000;
  expect(rows.begin(6)).toEqual({ kind: 'again', settlesInMs: 0 });
});

test('a row whose request was answered is looked for and posted again at once', () => {
  const clock = { now: 0 };
  const rows = rowsAt(clock);
  rows.begin(6);
  clock.now = 500;
  rows.answered(6);
  expect(rows.begin(6)).toEqual({ kind: 'again', settlesInMs: 0 });
});
