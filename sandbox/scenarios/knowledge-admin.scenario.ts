import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { KnowledgeViewSide } from './sides/knowledge-view-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';
import { tellTime } from './tell-time';

/** How supervisors write what the bot answers with, in the real Flex UI. */
describe('the knowledge base’s administration', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  const pages: Page[] = [];

  /** A word that no other article has. */
  const word = () =>
    `zq${Math.random()
      .toString(36)
      .replace(/[^a-z]/g, '')}x`;

  async function open(name: 'kim' | 'noor' | 'supervisor') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}&theme=light`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    return { page, agent, knowledge: new KnowledgeViewSide(page) };
  }

  async function adds(knowledge: KnowledgeViewSide, title: string, text: string, query: string): Promise<void> {
    await knowledge.presses('Add article');
    await knowledge.fills({ Title: title, Label: 'Events', 'Example queries': query, Text: text });
    await knowledge.saves();
  }

  /** Deletes what is listed under these words, so that the next scenario finds what it knows. */
  async function deletes(knowledge: KnowledgeViewSide, title: string): Promise<void> {
    await knowledge.searches(title);
    await knowledge.presses(`Delete ${title}`);
    await knowledge.confirms('Delete');
    await knowledge.sees(/No article fits/);
  }

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  it('knowledge: an article that a supervisor adds answers the next player, and no more once deleted', async () => {
    const { knowledge } = await open('supervisor');
    await knowledge.opens();
    const mark = word();
    const title = `The ${mark} festival`;
    await adds(knowledge, title, `The ${mark} festival begins on Friday.`, `when does the ${mark} festival begin`);
    const from = performance.now();
    const player = await control.newPlayer('Verbena');
    await player.writes(`when does the ${mark} festival begin`);
    const answer = await player.sees('the article', ({ content, embeds }) =>
      [content, ...embeds.map((embed) => embed.title ?? '')].some((words) => words.includes(title)),
    );
    tellTime('a new article is in an answer', performance.now() - from);
    expect(JSON.stringify(answer.embeds)).toContain('begins on Friday');

    await deletes(knowledge, title);
    const other = await control.newPlayer('Vetch');
    // Longer than a search may go on without looking whether something was published.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await other.writes(`when does the ${mark} festival begin`);
    const without = await other.conversation('is answered', ({ messages }) =>
      messages.some(({ body, author }) => author === 'Virtual assistant' && !/Hi |how may I help/.test(body ?? '')),
    );
    expect(JSON.stringify(without)).not.toContain('begins on Friday');
  });

  it('knowledge: who saves second sees what the other changed, loses nothing typed, and the table tells who was last', async () => {
    const one = await open('supervisor');
    const two = await open('supervisor');
    const title = `Seasons ${word()}`;
    await one.knowledge.opens();
    await adds(one.knowledge, title, 'A season lasts ten weeks.', '');
    await one.knowledge.searches(title);
    await one.knowledge.presses(title);
    await two.knowledge.opens();
    await two.knowledge.searches(title);
    await two.knowledge.presses(title);
    await two.knowledge.fills({ Label: 'Calendar' });
    await two.knowledge.saves();
    await one.knowledge.fills({ Text: 'A season lasts twelve weeks.' });
    await one.knowledge.presses('Save');
    await one.knowledge.sees(/supervisor@example\.com changed this in the meantime/);
    expect(await one.knowledge.valueOf('Text')).toBe('A season lasts twelve weeks.');
    expect(await one.knowledge.valueOf('Label')).toBe('Calendar');
    await one.knowledge.saves();
    await one.knowledge.sees('1 shown.');
    const row = await one.knowledge.row(title);
    expect(row.slice(0, 6)).toEqual([title, 'Calendar', 'All servers', 'en', 'Published', 'supervisor@example.com']);
    await deletes(one.knowledge, title);
  });

  it('knowledge: what is wrong is said at the field, and nothing typed is lost', async () => {
    const { knowledge } = await open('supervisor');
    await knowledge.opens();
    await knowledge.presses('Add article');
    await knowledge.fills({ Title: 'Half an article', Label: 'Events', URL: 'not an address', Text: 'Something.' });
    await knowledge.presses('Save');
    await knowledge.sees('Give an http or https address, such as https://support.example.com/refunds, or none.');
    expect(await knowledge.valueOf('Title')).toBe('Half an article');
    await knowledge.presses('Cancel');
    await knowledge.searches('Half an article');
    await knowledge.sees(/No article fits/);
  });

  it('knowledge: of a file with a bad row nothing is imported, and the row is named', async () => {
    const { knowledge } = await open('supervisor');
    await knowledge.opens();
    await knowledge.presses('Import and export');
    const mark = word();
    const table = (url: string) =>
      `id,title,category,url,text\n${mark}-1,Good ${mark},Events,,"Two\nlines"\n${mark}-2,Bad ${mark},Events,${url},Text\n`;
    await knowledge.imports('articles.csv', table('ftp://nowhere'));
    await knowledge.sees(/Nothing was imported/);
    expect(await knowledge.row('url must be')).toEqual([
      '4',
      'url must be an http or https address of at most 500 characters',
    ]);
    await knowledge.searches(mark);
    await knowledge.sees(/No article fits/);
    await knowledge.imports('articles.csv', table('https://support.example/x'));
    await knowledge.sees('Imported: 2 new, 0 changed, 0 as they were.');
    await knowledge.sees('2 shown.');
    for (const title of [`Good ${mark}`, `Bad ${mark}`]) await deletes(knowledge, title);
  });

  it('knowledge: what is exported imports again to the same, as a table and as a list', async () => {
    const { knowledge } = await open('supervisor');
    await knowledge.opens();
    const title = `Quotes "and", commas ${word()}`;
    await adds(knowledge, title, '# Heading\n\n- 🎮 one, "two"\n- | three', 'a | b');
    await knowledge.presses('Import and export');
    for (const [button, name] of [
      ['Export as CSV', 'articles.csv'],
      ['Export as JSON', 'articles.json'],
    ] as const) {
      const file = await knowledge.exports(button);
      expect(file).toContain('reset-password');
      await knowledge.imports(name, file);
      await knowledge.sees(/Imported: 0 new, 0 changed, [1-9]\d* as they were\./);
    }
    await deletes(knowledge, title);
  });

  it('knowledge: an agent reads articles and may change none, whatever the page offers', async () => {
    const { page, knowledge } = await open('kim');
    await knowledge.opens();
    await knowledge.searches('Reset Password');
    await knowledge.presses('Reset Password');
    await knowledge.sees(/password/i);
    for (const name of ['Add article', 'Import and export', 'Save', /^Delete/, /Not helpful/]) {
      expect(await knowledge.offers(name)).toBe(false);
    }
    const refused = await page.evaluate(async () => {
      interface FlexWindow {
        Twilio: {
          Flex: {
            Manager: {
              getInstance(): {
                user: { token: string };
                configuration: { discord_channel: { functions_url: string } };
              };
            };
          };
        };
      }
      const manager = (window as unknown as FlexWindow).Twilio.Flex.Manager.getInstance();
      const key = crypto.randomUUID();
      const article = { title: 'x', label: 'x', queries: [], url: '', text: 'x', language: 'en', state: 'published' };
      const server = { applicationId: '100000000000000001', guildId: null };
      const response = await fetch(`${manager.configuration.discord_channel.functions_url}/flex/save-article`, {
        method: 'POST',
        body: new URLSearchParams({
          Token: manager.user.token,
          Payload: JSON.stringify({ key, version: null, server, article }),
        }),
      });
      return { status: response.status, body: await response.text() };
    });
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('Only supervisors and administrators');
  });

  it('knowledge: a canned response is put into the message by a slash, with the keys alone, and the player gets it', async () => {
    const lead = await open('supervisor');
    const shortcut = word();
    await lead.knowledge.opens();
    await lead.knowledge.opensTab('Canned responses');
    for (const [name, text] of [
      [`${shortcut}-one`, 'The first thing to try is a restart.'],
      [`${shortcut}-two`, 'Your refund is on its way,\nit takes three days.'],
    ] as const) {
      await lead.knowledge.presses('Add response');
      await lead.knowledge.fills({ Shortcut: name, Text: text });
      await lead.knowledge.saves();
      await lead.knowledge.sees(`/${name}`);
    }

    const { page, agent } = await open('kim');
    await agent.goes('Available');
    try {
      const player = await control.newPlayer('Yarrow');
      await player.writes('i want to talk to a human');
      await agent.acceptsTask('Yarrow');
      const field = page.locator('textarea[data-testid="message-input"]');
      const list = page.getByTestId('canned-responses');
      await field.click();
      await page.keyboard.type(`Hi! /${shortcut}`, { delay: 20 });
      await list.getByRole('option').nth(1).waitFor();
      expect(await field.getAttribute('role')).toBe('combobox');
      const first = list.getByRole('option', { name: new RegExp(`${shortcut}-one`) });
      expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      expect(await field.getAttribute('role')).toBeNull();
      expect(await field.inputValue()).toBe(`Hi! /${shortcut}`);

      await field.fill('');
      await page.keyboard.type(`Hi! /${shortcut}`, { delay: 20 });
      await list.waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await list.waitFor({ state: 'detached' });
      for (let tries = 0; tries < 50 && !(await field.inputValue()).includes('refund'); tries += 1) {
        await page.waitForTimeout(100);
      }
      expect(await field.inputValue()).toBe('Hi! Your refund is on its way,\nit takes three days.');
      await page.keyboard.type(' Bye!', { delay: 20 });
      // Longer than Flex UI keeps what was typed to itself.
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await player.seesText('Hi! Your refund is on its way,\nit takes three days. Bye!');

      await field.click();
      await page.keyboard.type('/nothing-like-this', { delay: 20 });
      await page.keyboard.press('Enter');
      await player.seesText('/nothing-like-this');
      await agent.endsChat();
      await agent.completesTask('Yarrow');
    } finally {
      await agent.goes('Offline');
    }
    for (const name of ['one', 'two']) {
      await lead.knowledge.presses(`Delete /${shortcut}-${name}`);
      await lead.knowledge.confirms('Delete');
    }
    await lead.knowledge.sees(/No canned responses yet/);
  });
});
