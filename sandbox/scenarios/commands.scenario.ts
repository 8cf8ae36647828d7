import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { world } from '../src/world';
import { openDemoPage } from './open-demo-page';
import { SandboxControl } from './sides/sandbox-control';
import type { StoryCast } from './story';

const [, bugReport, featureRequest, customerService] = world.discord.guild.channels.map(({ id }) => id);
const hostile = '@everyone <@300000000000000002> **b** [x](https://evil.example) `c` <img src=x>';

describe('commands', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let page: Page;
  let cast: StoryCast;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    ({ page, cast } = await openDemoPage(browser, process.env.SANDBOX_ADDRESS ?? ''));
  });
  afterEach(async () => {
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  const number = (text: string | null) => /is (?:number )?(\d+)/.exec(text ?? '')?.[1] ?? 'no number';

  it('demo: a bug by form: asked for, thanked for in the channel with the card, found and changed by the team', async () => {
    const { player, agent } = cast;
    await player.openServerChannel('bug-report');
    await player.runCommand('/bug');
    await player.submitsForm(
      'Report a bug',
      { Title: 'The map crashes', 'What happened?': 'It closes at once.', 'make it happen again': 'Open the map.' },
      { 'Where do you play?': 'Nintendo Switch' },
    );
    // Everybody's reports are answered in this channel.
    const answer = await player.sees(/Thank you for reporting a potential bug!.*The map crashes/);
    await player.sees('Known Issues Page');
    const caseNumber = number(await answer.textContent());

    await agent.opensCasesView();
    await agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    for (const shown of [
      'The map crashes',
      'It closes at once.',
      'Open the map.',
      'Nintendo Switch',
      cast.playerName,
    ]) {
      await agent.seesInCasesView(shown);
    }
    await page.keyboard.press('Escape');
    await agent.seesInCasesView('1 shown.');
  });

  it('demo: an idea by form, found by the team among the ideas', async () => {
    const { player, agent } = cast;
    await player.openServerChannel('feature-request');
    await player.runCommand('/new_feature');
    await player.submitsForm('Share an idea', { 'Your idea': 'Let us pet the dog.' });
    const answer = await player.sees('Thank you for sharing your idea!');
    await player.sees('Latest Releases');
    await agent.opensCasesView();
    await agent.opensTab('Ideas');
    await agent.finds('pet dog', `Idea #${number(await answer.textContent())}`);
    await agent.seesInCasesView('Let us pet the dog.');
    await agent.goesBackToTheList();
    await agent.opensTab('Bugs and cases');
  });

  it('demo: a bug with everything given at once needs no form, and a hostile title does nothing to anybody', async () => {
    const mallory = await control.newPlayer('Mallory');
    await mallory.runs('bug', bugReport ?? '', { title: hostile, description: 'x', platform: 'pc' });
    const answer = await mallory.seesIn(bugReport ?? '', 'the answer', ({ content }) => content.includes('evil'));
    expect(answer.mentions.map(({ id }) => id)).toEqual([mallory.id]);
    expect(answer.mention_everyone).toBe(false);

    await cast.player.openServerChannel('bug-report');
    const shown = await cast.player.sees('evil.example');
    expect(await shown.locator('img, strong, .content a').count()).toBe(0);
    await cast.agent.opensCasesView();
    await cast.agent.finds('evil.example', `Case #${number(answer.content)}`);
    const subject = await cast.agent.seesInCasesView(hostile);
    expect(await subject.locator('img').count()).toBe(0);
    await cast.agent.goesBackToTheList();
  });

  it('demo: a form handed in before the worker is killed makes one case, and is answered', async () => {
    const player = await control.newPlayer('Juno');
    await player.runs('bug', bugReport ?? '');
    await player.submits({ title: 'Killed in between', description: 'Still there', platform: ['pc'] });
    await control.killWorker();
    await player
      .seesIn(bugReport ?? '', 'one answer', ({ content }) => content.includes('Killed in between'))
      .catch(() =>
        // Killed before it could acknowledge: then the answer comes in the DM.
        player.seesText('Killed in between'),
      );
    await cast.agent.opensCasesView();
    await cast.agent.finds('killed between', 'Case #');
    await cast.agent.goesBackToTheList();
    await cast.agent.seesInCasesView('1 shown.');
  });

  it('demo: /helpme with a topic is answered by the bot at once', async () => {
    const player = await control.newPlayer('Iris');
    await player.runs('helpme', customerService ?? '', { topic: 'i think i forgot my password' });
    await player.seesText('how may I help you?');
    await player.seesText('Does one of these categories help?');
    const conversation = await player.conversation('the topic', ({ messages }) => messages.length > 2);
    expect(conversation.messages.map(({ body }) => body)).toContain('i think i forgot my password');
  });

  it('demo: a French player types /nouvelle_fonctionnalite, fills in a French form and is thanked in French', async () => {
    const player = await control.newPlayer('Amelie', 'fr');
    const opened = await browser.newPage();
    await opened.goto(`${process.env.SANDBOX_ADDRESS}/player/?player=${player.id}#${featureRequest}`);
    await opened.getByTestId('composer').fill('/nouvelle_fonctionnalite');
    await opened.getByTestId('composer').press('Enter');
    const form = opened.getByRole('dialog', { name: 'Partager une idée' });
    await form.getByLabel('Votre idée').fill('Un mode photo');
    await form.getByTestId('modal-submit').click();
    await opened.getByTestId('message').filter({ hasText: "Merci d'avoir partagé votre idée" }).waitFor();
    await opened.close();
  });
});
