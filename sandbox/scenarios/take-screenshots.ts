import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumMissing, findChromium } from '../src/browser/find-chromium';
import { launchBrowser } from '../src/browser/launch-browser';
import { world } from '../src/world';
import { openDemoPage } from './open-demo-page';
import { story } from './story';

export interface ScreenshotOptions {
  address: string;
  folder: string;
  onProgress: (line: string) => void;
}

/** Sizes that agents have; the smaller one is the demo's own picture. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** The step of the story at which most is to be seen: both sides have written, the case has a note. */
const shownStep = 'the case panel shows the case; a new status and a note survive a reload';

/** Plays the story once in light and once in dark, and keeps both sides in each size. */
export async function takeScreenshots({ address, folder, onProgress }: ScreenshotOptions): Promise<void> {
  const chromium = findChromium(onProgress);
  if (!chromium) throw new Error(chromiumMissing);
  const browser = await launchBrowser(chromium);
  const keep = async (page: Page, name: string) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Both sides lay themselves out anew.
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
    }
    onProgress(`Kept ${name}`);
  };
  try {
    // Each run of the story needs a player who has not written yet.
    const [wumpus, nelly] = world.discord.players;
    for (const [theme, player] of [
      ['light', wumpus],
      ['dark', nelly],
    ] as const) {
      const { page, cast } = await openDemoPage(browser, address, { theme, player });
      for (const { title, play } of story(cast)) {
        await play();
        if (title === shownStep) await keep(page, `demo-${theme}`);
      }
      await cast.agent.goes('Offline');
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
