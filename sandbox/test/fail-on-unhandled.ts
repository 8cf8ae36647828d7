import { join, relative } from 'node:path';
import { recordHits } from '../src/routes/recorded-hits';
import { takeUnhandled, watchedEmulators } from './watched-emulators';

// A test that means to be refused takes what it caused, to look at it.
afterEach(() => {
  expect(takeUnhandled()).toEqual([]);
});

afterAll(() => {
  const { testPath = '' } = expect.getState();
  if (watchedEmulators.length === 0) return;
  const file = relative(join(__dirname, '..'), testPath);
  recordHits({ kind: 'tests', file, hits: watchedEmulators.map(({ routes }) => routes.hits()) });
});
