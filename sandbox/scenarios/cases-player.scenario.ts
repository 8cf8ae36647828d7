import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { CaseDesks } from './sides/case-desks';
import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

/** A second without news, so that a scenario can wait for it. */
const soon = { CASE_REMINDER_HOURS: String(1 / 3_600) };

/** What a player and their case do by themselves, seen from both sides. */
describe('cases and their players', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let desks: CaseDesks;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    desks = new CaseDesks(browser, control);
    await control.killWorker(soon);
  });
  afterEach(async () => {
    await desks.close();
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(async () => {
    await control.killWorker();
    await browser.close();
  });

  const bugReport = async () => {
    const { discord } = await control.state();
    return discord.channels.find(({ name }) => name === 'bug-report')?.id ?? '';
  };

  /** A player who reported a bug and is asked about it. */
  async function reminded(name: string): Promise<ScriptedPlayer> {
    const player = await control.newPlayer(name);
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await player.runs('bug', await bugReport(), { title: `${name} lost a sword`, description: 'In the lake' });
    return player;
  }

  it('cases: an answer in words counts behind the question, and is an ordinary message later', async () => {
    const player = await reminded('Aster');
    await player.seesText('Is it solved?');
    await player.writes('close');
    await player.seesText('Thank you! Case #');
    await player.seesText('how satisfied are you?');
    await player.writes('what about my shield');
    await player.writes('close');
    await player.conversation('the word as a message', ({ messages }) => messages.some(({ body }) => body === 'close'));
  });

  it('cases: an agent closes a case, and the player rates it when the chat has ended', async () => {
    const { player, kim, end } = await desks.openChat('Borage');
    await kim.agent.setsCaseStatus('Closed');
    await end();
    await player.seesText('This chat has ended.');
    await player.seesText('how satisfied are you?');
    await player.writes('3');
    await player.seesText('You gave it 3 out of 5.');
  });

  it('cases: a card in the direct messages shows how the case stands, and is edited in place', async () => {
    const { player, kim, caseNumber, end } = await desks.openChat('Erica');
    const shows = (status: string) =>
      player.sees(`a card: ${status}`, ({ embeds }) => {
        const [card] = embeds;
        return card?.title === `Case #${caseNumber}` && (card.fields ?? []).some(({ value }) => value === status);
      });
    const { id } = await shows('Open');
    await kim.agent.setsCaseStatus('Elevated');
    expect((await shows('Elevated')).id).toBe(id);
    await kim.panel.presses('Take it');
    expect((await shows('Kim')).id).toBe(id);
    await end();
  });
});
