import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/browser/launch-browser';
import { CaseDesks } from './case-desks';
import { SandboxControl } from './sandbox-control';

export interface CaseSetUp {
  control: SandboxControl;
  desks: Pick<CaseDesks, 'open' | 'openChat'>;
}

/**
 * Called in a `describe` about cases: one browser for its scenarios; after each of them everybody goes home, nothing
 * was asked of the sandbox that it does not know, and no task is left.
 */
export function setUpCaseDesks(): CaseSetUp {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let desks: CaseDesks;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    desks = new CaseDesks(browser, control);
  });
  afterEach(async () => {
    await desks.close();
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  return {
    control,
    desks: { open: (name) => desks.open(name), openChat: (name, locale) => desks.openChat(name, locale) },
  };
}
