import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { world } from '../src/world';
import { AgentSide } from './sides/agent-side';
import { CaseListSide } from './sides/case-list-side';
import { CaseSide } from './sides/case-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

const bugReport = world.discord.guild.channels.find(({ name }) => name === 'bug-report')?.id ?? '';

/** How agents find cases in the real Flex UI. */
describe('the list of cases', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let page: Page;
  let agent: AgentSide;
  let list: CaseListSide;
  let opened: CaseSide;

  /** A word that no other scenario writes, so that only these cases are found by it. */
  const mark = `zq${Date.now().toString(36)}`;

  /** Cases that players report, oldest first. */
  const report = async (name: string, titles: readonly string[]) => {
    const player = await control.newPlayer(name);
    for (const title of titles) {
      await player.runs('bug', bugReport, { title: `${title} ${mark}`, description: 'It happened.', platform: 'pc' });
      await player.seesIn(bugReport, title, ({ content }) => content.includes(title) && content.includes(mark));
    }
    return player;
  };
  const titled = (...titles: string[]) => titles.map((title) => `${title} ${mark}`);

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim&theme=light`);
    agent = new AgentSide(page);
    list = new CaseListSide(page);
    opened = new CaseSide(page, 'cases-view');
    await agent.isLoggedIn();
  });
  afterEach(async () => {
    await page.context().close();
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  it('cases: words of any script find a case, and so does a name that is typed with an error', async () => {
    await report('Hyacinth', ['パスワードを忘れました', 'Забыл пароль', 'Forgot the password']);
    await agent.opensCasesView();
    await list.searches(`${mark} 忘れ`);
    await list.lists(...titled('パスワードを忘れました'));
    await list.searches(`пароль ${mark}`);
    await list.lists(...titled('Забыл пароль'));
    await list.searches(`passw ${mark}`);
    await list.lists(...titled('Forgot the password'));
    await list.searches(`Hyacynth ${mark}`);
    await list.sees(/These have a name one letter away from it/);
    await list.lists(...titled('Forgot the password', 'Забыл пароль', 'パスワードを忘れました'));
    await list.searches(`nowhere ${mark}`);
    await list.sees(/Nothing has “nowhere/);
  });

  it('cases: Advanced Search narrows by status, tag, owner, notes, number and day at once', async () => {
    await report('Iberis', ['Wanted', 'Other']);
    await agent.opensCasesView();
    await list.searches(mark);
    await list.opens('Wanted');
    await opened.presses('Edit case');
    await opened.addsWord('Tags', 'refund-me');
    await opened.saves();
    await opened.presses('Take it');
    await opened.sees('The case is yours.');
    await opened.presses('Elevated');
    await opened.sees('Status saved.');
    await opened.fills({ 'Add a note': 'She waits for the courier' });
    await opened.presses('Add note');
    await opened.sees('Note added.');
    await list.goesBack();
    await list.presses('Advanced Search');
    const today = new Date().toISOString().slice(0, 10);
    await list.fills({ 'Keyword in notes': 'courier', 'Opened from': '2020-01-01', 'Opened until': today });
    await list.ticks('Elevated');
    await list.addsWord('Tags', 'refund-me');
    await list.chooses('Handling agent', 'kim@example.com');
    await list.chooses('Case owner', 'kim@example.com');
    await list.presses('Search');
    await list.lists(...titled('Wanted'));
    await list.fills({ 'Keyword in notes': 'pigeon' });
    await list.presses('Search');
    await list.lists();
    await list.fills({ 'Case number': 'abc' });
    await list.presses('Search');
    await list.sees('Give a case number, such as 1042.');
  });

  it('cases: My Open Cases shows what the agent has, until it is closed, and the counters follow', async () => {
    await report('Jasione', ['Own', 'Foreign']);
    await agent.opensCasesView();
    const open = await list.count('open');
    const closed = await list.count('closed');
    await list.searches(mark);
    await list.opens('Own');
    await opened.presses('Take it');
    await opened.sees('The case is yours.');
    await list.goesBack();
    await list.presses('My Open Cases');
    await list.sees(`Own ${mark}`);
    expect(await list.subjects()).not.toContain(`Foreign ${mark}`);
    await list.opens('Own');
    await opened.presses('Closed');
    await opened.sees('Status saved.');
    await list.goesBack();
    await list.sees(/shown\.|No case passes/);
    for (let tries = 0; tries < 50 && (await list.count('closed')) !== closed + 1; tries += 1) {
      await page.waitForTimeout(100);
    }
    expect(await list.count('closed')).toBe(closed + 1);
    expect(await list.count('open')).toBe(open - 1);
    expect(await list.subjects()).not.toContain(`Own ${mark}`);
  });

  it('cases: the heads of columns sort, both ways, with the keyboard alone', async () => {
    await report('Kalmia', ['Bravo', 'Alpha', 'Charlie']);
    await agent.opensCasesView();
    await list.box().focus();
    await page.keyboard.type(`${mark} kalmia`);
    await page.keyboard.press('Enter');
    await list.lists(...titled('Charlie', 'Alpha', 'Bravo'));
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 30; steps += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
        if (focused === name) return;
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await tabTo('Sort by Subject');
    await page.keyboard.press('Enter');
    await list.lists(...titled('Alpha', 'Bravo', 'Charlie'));
    await list.box().focus();
    await tabTo('Sorted by Subject. Turn the order round');
    await page.keyboard.press('Space');
    await list.lists(...titled('Charlie', 'Bravo', 'Alpha'));
  });

  it('cases: a list goes on page by page, and a case that changes meanwhile neither repeats nor is missed', async () => {
    const titles = Array.from({ length: 28 }, (_, count) => `Number ${String(count).padStart(2, '0')}`);
    await report('Larkspur', titles);
    await agent.opensCasesView();
    await list.presses('Advanced Search');
    await list.chooses('Sort by', 'Last update');
    await list.searches(`${mark} larkspur`);
    await list.sees('25 shown. There are more.');
    const [oldest, newest] = titled('Number 00', 'Number 27');
    expect(await list.subjects()).toContain(newest);
    expect(await list.subjects()).not.toContain(oldest);

    // Somebody else changes a case that is not listed yet, and one that is.
    const other = await browser.newContext();
    const noorsPage = await other.newPage();
    await noorsPage.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=noor&theme=light`);
    const noor = new AgentSide(noorsPage);
    await noor.isLoggedIn();
    await noor.opensCasesView();
    const noorsList = new CaseListSide(noorsPage);
    const noors = new CaseSide(noorsPage, 'cases-view');
    for (const title of ['Number 00', 'Number 20']) {
      await noorsList.searches(`${mark} larkspur ${title}`);
      await noorsList.opens(title);
      await noors.presses('Take it');
      await noors.sees('The case is yours.');
      await noorsList.goesBack();
    }
    await other.close();

    await list.presses('Show more');
    await list.sees('28 shown.');
    const listed = await list.subjects();
    expect(new Set(listed).size).toBe(28);
    expect([...listed].sort()).toEqual(titled(...titles));
  });
});
