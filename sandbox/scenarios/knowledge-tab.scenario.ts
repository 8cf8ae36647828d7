import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { KnowledgeSide } from './sides/knowledge-side';
import { KnowledgeViewSide } from './sides/knowledge-view-side';
import { patienceMs } from './sides/patience';
import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

/** The Knowledge tab beside a conversation: a player without a page, an agent in the real Flex UI. */
describe('the Knowledge tab', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let context: BrowserContext;
  let agent: AgentSide;
  let knowledge: KnowledgeSide;
  let player: ScriptedPlayer;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim`);
    agent = new AgentSide(page);
    knowledge = new KnowledgeSide(page);
    await agent.isLoggedIn();
    await agent.goes('Available');
    player = await control.newPlayer('Yarrow');
    await player.writes('i want to talk to a human');
    await agent.acceptsTask('Yarrow');
    await knowledge.opens();
  });
  afterAll(async () => {
    await agent.endsChat();
    await agent.completesTask('Yarrow');
    await agent.goes('Offline');
    await control.cancelTasks();
    await context.close();
    await browser.close();
  });

  it('knowledge: articles are suggested for each message of the player as it arrives, with the matching words marked', async () => {
    await player.writes('i think i forgot my password');
    await knowledge.isAbout('i think i forgot my password');
    expect(await knowledge.markedWords('Reset Password')).toContain('Password');
    expect((await knowledge.titles()).length).toBeLessThanOrEqual(3);
    await player.writes('and when do i get my refund?');
    await knowledge.isAbout('and when do i get my refund?');
    expect(await knowledge.markedWords('Refunds for Purchases')).toContain('Refunds');
    await player.writes('can i talk to somebody?');
    await knowledge.sees('Refunds for Purchases');
    await knowledge.isAbout('and when do i get my refund?');
  });

  it('knowledge: the + puts an article behind what the agent has written, and nothing is sent', async () => {
    await player.writes('my password does not work any more');
    await knowledge.isAbout('my password does not work any more');
    await agent.beginsToWrite('Have a look: ');
    await knowledge.addsDraft('Reset Password');
    await knowledge.seesDraft('Have a look:');
    await knowledge.seesDraft('https://support.wumpusquest.example/articles/reset-password');
    const { messages } = await player.conversation('has no answer', () => true);
    expect(messages.at(-1)?.body).toBe('my password does not work any more');
    await agent.pastes('This one helps.');
    await player.seesText('This one helps.');
  });

  it('knowledge: an article that the agent sends is the same card for the player as the bot’s, and stays in the transcript', async () => {
    const asker = await control.newPlayer('Zinnia');
    await asker.writes('reset password');
    const fromBot = await asker.sees('the bot’s card', ({ embeds }) => embeds.length > 0);
    await agent.beginsToWrite('One moment');
    await knowledge.sends('Reset Password');
    const fromAgent = await player.sees('the agent’s card', ({ embeds }) => embeds[0]?.title === 'Reset Password');
    expect(fromAgent.embeds).toEqual(fromBot.embeds);
    expect(fromAgent.content).toBe('Suggested Article: Reset Password');
    expect(fromAgent.components ?? []).toEqual([]);
    const bubble = await agent.seesMessage('Suggested Article: Reset Password');
    await bubble.getByTestId('sent-article').getByRole('link', { name: 'Reset Password' }).waitFor();
    await knowledge.seesDraft('One moment');
    const { messages } = await player.conversation('has the article', () => true);
    expect(messages.at(-1)?.body).toContain('https://support.wumpusquest.example/articles/reset-password');
    await agent.pastes('That was it.');
    await player.seesText('That was it.');
  });

  it('knowledge: "not helpful" is kept for this message and article, and taken back', async () => {
    await player.writes('how do i turn on 2fa');
    await knowledge.isAbout('how do i turn on 2fa');
    await knowledge.rates('Two-Factor Authentication', true);
    await knowledge.searches('2fa');
    expect(await knowledge.isNotHelpful('Two-Factor Authentication')).toBe(false);
    await knowledge.goesBackToSuggestions();
    await knowledge.isAbout('how do i turn on 2fa');
    expect(await knowledge.isNotHelpful('Two-Factor Authentication')).toBe(true);
    await knowledge.rates('Two-Factor Authentication', false);
  });

  it('knowledge: an agent searches in another script, finds the article, and goes back to the suggestions', async () => {
    await knowledge.searches('パスワードを忘れました');
    await knowledge.sees('Reset Password');
    await knowledge.searches('qqqqqq');
    await knowledge.seesNothingFitting();
    await knowledge.goesBackToSuggestions();
    await knowledge.isAbout('how do i turn on 2fa');
    await knowledge.sees('Two-Factor Authentication');
  });

  it('knowledge: what agents say not to help is counted for supervisors, with its question, newest first, and sorts the table', async () => {
    await player.writes('is there a second lock for my account? 2fa?');
    await knowledge.isAbout('is there a second lock for my account? 2fa?');
    await knowledge.rates('Two-Factor Authentication', true);
    await knowledge.searches('2fa');
    await knowledge.rates('Two-Factor Authentication', true);

    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    try {
      const page = await desk.newPage();
      page.setDefaultTimeout(patienceMs);
      await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=supervisor`);
      await new AgentSide(page).isLoggedIn();
      const view = new KnowledgeViewSide(page);
      await view.opens();
      await view.pressesByKey('Sort by Not helpful');
      await view.offersSoon('Sorted by Not helpful. Turn the order round');
      expect((await view.rows())[0]).toEqual(expect.arrayContaining(['Two-Factor Authentication', '2']));
      await view.pressesByKey('Two-Factor Authentication');
      await view.sees('2 shown.');
      expect((await view.rows()).map(([, query, by]) => [query, by])).toEqual([
        ['2fa', 'kim@example.com'],
        ['is there a second lock for my account? 2fa?', 'kim@example.com'],
      ]);
      await knowledge.rates('Two-Factor Authentication', false);
      await view.presses('Cancel');
      await view.sees(/shown\./);
      await page.waitForFunction(() => document.activeElement?.textContent === 'Two-Factor Authentication');
      expect((await view.rows())[0]).toEqual(expect.arrayContaining(['Two-Factor Authentication', '1']));
    } finally {
      await desk.close();
    }
    await knowledge.goesBackToSuggestions();
    await knowledge.rates('Two-Factor Authentication', false);
  });
});
