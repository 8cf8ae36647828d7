import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

/** What an agent sees of a Discord player, in the list and above the case. */
describe('the task card', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let page: Page | undefined;
  let agent: AgentSide | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    await agent?.goes('Offline');
    await page?.context().close();
    [page, agent] = [undefined, undefined];
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  const openDesk = async (theme: 'light' | 'dark') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim&theme=${theme}`);
    agent = new AgentSide(page);
    await agent.isLoggedIn();
    return { page, agent };
  };

  it.each([
    ['light', 'Rowan'],
    ['dark', 'Sorrel'],
  ] as const)('demo: tells who writes, how long they have waited and what they said last (%s)', async (theme, name) => {
    const player = await control.newPlayer(name);
    await player.writes('cześć, chcę porozmawiać z konsultantem');
    const desk = await openDesk(theme);
    await desk.agent.goes('Available');
    const card = await desk.agent.seesTask(name);
    await card.getByTestId('discord-task-avatar').waitFor();
    const waiting = desk.page.getByTestId('waiting-time').first();
    const before = await waiting.innerText();
    expect(before).toMatch(/^Waiting \d+:\d\d$/);
    await expectChange(() => waiting.innerText(), before);
    await keep(desk.page, `task-card-offered-${theme}`);

    await desk.agent.acceptsTask(name);
    await card.getByTestId('discord-task-avatar').waitFor();
    const head = desk.page.getByTestId('player-card');
    for (const text of [name, `@${name.toLowerCase()}`, 'Wumpus Quest · Polish (pl)', 'With you for']) {
      await head.getByText(text).first().waitFor();
    }
    await player.writes('are you there?');
    await head.getByTestId('last-message').getByText('are you there?').waitFor();
    await card.getByText('are you there?').first().waitFor();
    await keep(desk.page, `task-card-${theme}`);
    await desk.agent.endsChat();
    await desk.agent.completesTask(name);
  });

  it('demo: a hostile name stays in its place', async () => {
    const hostile = `\u202e${'🔥'.repeat(6)}<b>x</b>\u0301\u0301\u0301\u0301`;
    const user = await control.post<{ id: string }>('discord/players', {
      username: `tansy${Date.now() % 100_000}`,
      globalName: hostile,
    });
    await control.post(`discord/players/${user.id}/messages`, { dm: true, content: 'i want to talk to a human' });
    const desk = await openDesk('light');
    await desk.agent.goes('Available');
    const item = desk.page.getByTestId('task-item').first();
    await item.waitFor();
    await item
      .getByRole('button', { name: /accept/i })
      .first()
      .click();
    const head = desk.page.getByTestId('player-card');
    await head.getByText('<b>x</b>').waitFor();
    expect(await head.locator('b').count()).toBe(0);
    const [outer, inner] = await head.evaluate((element) => [element.clientWidth, element.scrollWidth]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
    await keep(desk.page, 'task-card-hostile');
    await desk.agent.endsChat();
    await desk.page.getByRole('button', { name: 'Complete' }).click();
    await desk.page.getByRole('button', { name: 'Complete without a change' }).click();
    await item.waitFor({ state: 'detached' });
  });
});

/** Waits until a text is another one. */
async function expectChange(read: () => Promise<string>, before: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await read()) !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Still "${before}" after 5 s`);
}

async function keep(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOT_FOLDER) await page.screenshot({ path: `${process.env.SCREENSHOT_FOLDER}/${name}.png` });
}
