import { chromiumMissing, findChromium } from '../src/browser/find-chromium';
import { launchBrowser } from '../src/browser/launch-browser';
import type { Sandbox } from '../src/start-sandbox';
import { openDemoPage } from './open-demo-page';
import { SandboxControl } from './sides/sandbox-control';
import { story } from './story';

export interface CheckStoryOptions {
  sandbox: Pick<Sandbox, 'address' | 'logDirectory'>;
  onProgress: (line: string) => void;
}

/** Plays the story on the demo's own page and tells each step with its time. */
export async function checkStory({ sandbox, onProgress }: CheckStoryOptions): Promise<'passed' | 'failed'> {
  const chromium = findChromium(onProgress);
  if (!chromium) {
    onProgress(chromiumMissing);
    return 'failed';
  }
  const browser = await launchBrowser(chromium);
  try {
    const { page, cast } = await openDemoPage(browser, sandbox.address);
    for (const [index, { title, play }] of story(cast).entries()) {
      const started = Date.now();
      const tell = (mark: string) =>
        onProgress(
          `${mark} ${String(index + 1).padStart(2)}. ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
        );
      try {
        await play();
        tell('ok    ');
      } catch (error) {
        tell('FAILED');
        const picture = `${sandbox.logDirectory}/failed.png`;
        await page.screenshot({ path: picture });
        onProgress(`${(error as Error).message}\nThe page at that moment: ${picture}. Logs: ${sandbox.logDirectory}`);
        return 'failed';
      }
    }
    const unhandled = await new SandboxControl(sandbox.address).unhandled();
    if (unhandled.length === 0) return 'passed';
    onProgress(`Requests that the sandbox could not answer: ${JSON.stringify(unhandled)}`);
    return 'failed';
  } finally {
    await browser.close();
  }
}
