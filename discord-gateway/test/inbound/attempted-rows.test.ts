import { createAttemptedRows } from '../../src/inbound/attempted-rows';

test('rows of an earlier worker, and those begun before, may have been posted already', () => {
  const rows = createAttemptedRows(5);
  expect(rows.begin(5)).toBe('again');
  expect(rows.begin(6)).toBe('first');
  expect(rows.begin(6)).toBe('again');
});
