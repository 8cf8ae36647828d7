import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { CaseSide } from './sides/case-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

/** What agents do with cases in the real Flex UI. */
describe('cases', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  const desks: { page: Page; agent: AgentSide }[] = [];

  const openDesk = async (name: 'kim' | 'noor') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}&theme=light`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    desks.push({ page, agent });
    return { page, agent, panel: new CaseSide(page, 'case-panel'), view: new CaseSide(page, 'cases-view') };
  };

  /** Kim has the chat of a player, whose case is beside it. */
  const openChat = async (name: string) => {
    const player = await control.newPlayer(name);
    const kim = await openDesk('kim');
    await kim.agent.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.agent.acceptsTask(name);
    await kim.panel.sees(/Case #\d+/);
    const heading = await kim.page.getByTestId('case-panel').getByRole('heading', { level: 2 }).first().textContent();
    const end = async () => {
      await kim.agent.endsChat();
      await kim.agent.completesTask(name);
    };
    return { player, kim, caseNumber: /\d+/.exec(heading ?? '')?.[0] ?? 'none', end };
  };

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    for (const { page, agent } of desks.splice(0)) {
      await agent.goes('Offline');
      await page.context().close();
    }
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  it('cases: an agent edits a case beside the chat, takes it, and finds it so after a reload', async () => {
    const { kim, end } = await openChat('Poppy');
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Subject: 'The password is lost', Category: 'Account', 'Follow up on': '2027-01-31' });
    await kim.panel.chooses('Priority', 'Urgent');
    await kim.panel.addsWord('Tags', 'vip');
    await kim.panel.addsWord('Tags', '払い戻し');
    await kim.panel.saves();
    await kim.panel.presses('Take it');
    await kim.panel.sees('The case is yours.');
    await kim.page.reload();
    await kim.agent.isLoggedIn();
    await kim.agent.selectsTask('Poppy');
    for (const shown of ['The password is lost', 'Account', 'Jan 31, 2027', 'Urgent', 'vip', '払い戻し', /kim/i]) {
      await kim.panel.sees(shown);
    }
    await end();
  });

  it('cases: of two agents who edit one case the second sees what changed and replaces it knowingly', async () => {
    const { kim, caseNumber, end } = await openChat('Quince');
    const noor = await openDesk('noor');
    await noor.agent.opensCasesView();
    await noor.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await noor.view.presses('Edit case');
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Subject: 'Written by Kim' });
    await noor.view.fills({ Subject: 'Written by Noor', Category: 'Billing' });
    await noor.view.saves();
    await kim.panel.sees(/Subject is now “Written by Noor”\. Category is now “Billing”\./);
    expect(await kim.panel.valueOf('Subject')).toBe('Written by Kim');
    expect(await kim.panel.valueOf('Category')).toBe('Billing');
    await kim.panel.saves();
    await kim.panel.sees('Written by Kim');
    await kim.panel.sees('Billing');
    await end();
  });

  it('cases: a field with too much in it says so, and nothing is half saved', async () => {
    const { kim, end } = await openChat('Rowan');
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Subject: 'Good', Category: 'x'.repeat(61) });
    await kim.panel.presses('Save');
    await kim.panel.sees('A category holds at most 60 characters.');
    expect(await kim.panel.valueOf('Subject')).toBe('Good');
    await kim.panel.presses('Cancel');
    await kim.panel.sees('none');
    await end();
  });

  it('cases: a case is elevated with a reason and closed with a resolution', async () => {
    const { kim, end } = await openChat('Sorrel');
    await kim.agent.setsCaseStatus('Elevated');
    await kim.panel.fills({ 'Reason for elevating': 'A streamer with a million viewers' });
    await kim.panel.saves('Save reason');
    await kim.panel.sees('Reason for elevating: A streamer with a million viewers');
    await kim.agent.setsCaseStatus('Closed');
    await kim.panel.fills({ Resolution: 'Sent a link' });
    await kim.panel.saves('Save reason');
    await kim.panel.sees('Resolution: Sent a link');
    await end();
  });

  it('cases: the history tells who changed what, and shows the player’s other cases', async () => {
    const { kim, end } = await openChat('Tansy');
    await kim.panel.presses('Edit case');
    await kim.panel.chooses('Priority', 'High');
    await kim.panel.saves();
    await kim.agent.setsCaseStatus('Elevated');
    await kim.panel.opensTab('History');
    await kim.panel.sees('Priority: “Normal” → “High”');
    await kim.panel.sees('Status: Open → Elevated');
    await kim.panel.sees('The case was opened');
    await kim.panel.sees('There are none.');
    await end();
  });

  it('cases: a contact’s name, address and labels are edited and there after a reload; a wrong address is refused', async () => {
    const { kim, end } = await openChat('Ulmus');
    await kim.panel.opensTab('Contact');
    await kim.panel.sees('User ID');
    await kim.panel.presses('Edit contact');
    await kim.panel.fills({ 'First name': 'Zoë', 'E-mail': 'zoe@' });
    await kim.panel.addsWord('Labels', 'streamer');
    await kim.panel.presses('Save');
    await kim.panel.sees('Give an e-mail address, such as kim@example.com.');
    await kim.panel.fills({ 'E-mail': 'zoe@example.com' });
    await kim.panel.saves();
    await kim.page.reload();
    await kim.agent.isLoggedIn();
    await kim.agent.selectsTask('Ulmus');
    await kim.panel.opensTab('Contact');
    for (const shown of ['Zoë', 'zoe@example.com', 'streamer']) await kim.panel.sees(shown);
    await end();
  });
});
