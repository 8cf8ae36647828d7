import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../src/browser/launch-browser';
import { buildPlayerPage } from '../../../src/player-page/build';

const contentTypes: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the page into a folder of its own and serves it at `/player/`; the returned function clears up. */
export async function servePlayerPage(app: FastifyInstance): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'player-page-'));
  await buildPlayerPage(folder);
  app.get<{ Params: { file: string } }>('/player/:file', async ({ params }, reply) => {
    const file = basename(params.file || 'index.html');
    return reply.type(contentTypes[extname(file)] ?? 'text/plain').send(await readFile(join(folder, file)));
  });
  return () => rm(folder, { recursive: true, force: true });
}

/** One browser for a test file, and its pages. */
export async function openBrowser(executablePath: string) {
  const browser: Browser = await launchBrowser(executablePath);
  const errors: string[] = [];
  return {
    /** What went wrong in any page; stays empty. */
    errors,
    async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 640, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(url);
      return page;
    },
    closePages: () => Promise.all(browser.contexts().map((context) => context.close())),
    close: () => browser.close(),
  };
}
