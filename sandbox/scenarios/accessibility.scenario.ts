import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { findAccessibilityProblems } from './screens/find-accessibility-problems';
import { openStage } from './screens/open-stage';
import { screens } from './screens/screens';
import { SandboxControl } from './sides/sandbox-control';

jest.setTimeout(240_000);

/** axe-core on every screen of ours: in the states that a tour through both sides brings up. */
describe('accessibility', () => {
  const address = process.env.SANDBOX_ADDRESS ?? '';
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(() => new SandboxControl(address).cancelTasks());
  afterAll(() => browser.close());

  it.each([
    ['light', 'Meadowsweet'],
    ['dark', 'Tormentil'],
  ] as const)('demo: no screen has a serious accessibility finding (%s)', async (theme, playerName) => {
    const stage = await openStage({ browser, address, theme, playerName });
    const found: string[] = [];
    try {
      for (const { name, on, show } of screens) {
        await show(stage);
        for (const problem of await findAccessibilityProblems(stage.pages[on])) found.push(`${name}: ${problem}`);
      }
    } finally {
      await stage.close();
    }
    expect(found).toEqual([]);
  });
});
