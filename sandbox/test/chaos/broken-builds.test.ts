import { join } from 'node:path';
import { brokenBuilds } from '../../src/chaos/broken-builds/broken-builds';
import { applyPatch } from '../../src/chaos/broken-builds/copy-source';
import { crashPoints } from '../../src/chaos/crash-points';

const root = join(__dirname, '../../..');

describe.each(brokenBuilds.map((build) => [build.name, build] as const))('the broken build %s', (_name, build) => {
  test('is still a patch of the source as it is', async () => {
    await applyPatch(root, build.patch, { only: 'check' });
  });

  test('is looked for at crash points that exist', () => {
    expect(crashPoints.map(({ name }) => name)).toEqual(expect.arrayContaining([...build.focus.crashPoints]));
  });
});
