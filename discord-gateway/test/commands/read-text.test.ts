import { readText } from '../../src/commands/read-text';
import type { CommandCall } from '../../src/inbound/read-dispatch';

const given = (title?: string | number) =>
  readText({ options: title === undefined ? {} : { title } } as CommandCall, 'title', 5);

test.each([
  [undefined, undefined],
  ['   \n', undefined],
  [7, undefined],
  [' fits ', 'fits'],
  ['too long', 'too …'],
  ['abc😀de', 'abc…'],
])('%j is read as %j', (value, read) => {
  expect(given(value)).toBe(read);
});
