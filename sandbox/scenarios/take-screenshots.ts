import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumMissing, findChromium } from '../src/browser/find-chromium';
import { launchBrowser } from '../src/browser/launch-browser';
import { openDemoPage } from './open-demo-page';
import { openStage } from './screens/open-stage';
import { screens } from './screens/screens';
import { story } from './story';

export interface ScreenshotOptions {
  address: string;
  /** Where the picture of the README goes. */
  docsFolder: string;
  /** Where the pictures of every screen go: to be looked at, not to be committed. */
  folder: string;
  onProgress: (line: string) => void;
}

/** Sizes that agents have; the smaller one is the README's. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** The step of the story at which most is to be seen: both sides have written, the case has a note. */
const shownStep = 'the case panel shows the case; a new status and a note survive a reload';

/** Takes the README's picture, and one of every screen in each theme and size. */
export async function takeScreenshots(options: ScreenshotOptions): Promise<void> {
  const chromium = findChromium(options.onProgress);
  if (!chromium) throw new Error(chromiumMissing);
  for (const folder of [options.docsFolder, options.folder]) mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser(chromium);
  try {
    await takeScreens(browser, options);
    await takeDemo(browser, options);
  } finally {
    await browser.close();
  }
}

async function takeScreens(browser: Browser, { address, folder, onProgress }: ScreenshotOptions): Promise<void> {
  for (const [theme, playerName] of [
    ['light', 'Tansy'],
    ['dark', 'Umber'],
  ] as const) {
    const stage = await openStage({ browser, address, theme, playerName });
    for (const { name, on, show } of screens) {
      await show(stage);
      for (const size of sizes) {
        await stage.pages[on].setViewportSize(size);
        // The page lays itself out anew.
        await stage.pages[on].waitForTimeout(400);
        await stage.pages[on].screenshot({ path: join(folder, `${name}-${theme}-${size.width}.png`) });
      }
      onProgress(`${name} (${theme})`);
    }
    await stage.close();
  }
}

async function takeDemo(browser: Browser, { address, docsFolder, onProgress }: ScreenshotOptions): Promise<void> {
  const { page, cast } = await openDemoPage(browser, address);
  for (const { title, play } of story(cast)) {
    await play();
    if (title !== shownStep) continue;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(docsFolder, 'demo-light-1280.png') });
    onProgress('The picture of the README');
  }
  await cast.agent.goes('Offline');
  await page.close();
}
