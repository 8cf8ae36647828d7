import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { openDemoPage } from './open-demo-page';
import { story } from './story';

describe('story', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterAll(() => browser.close());

  it('story: a player asks, the bot answers, an agent takes over, and the bot is back', async () => {
    const opened = await openDemoPage(browser, process.env.SANDBOX_ADDRESS ?? '');
    page = opened.page;
    for (const { title, play } of story(opened.cast)) {
      try {
        await play();
      } catch (error) {
        throw new Error(`At "${title}": ${(error as Error).message}`, { cause: error });
      }
    }
    await opened.cast.agent.goes('Offline');
    await page.close();
  });
});
