import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

/** What the relay carries beside plain text, and under which guarantees. */
describe('relay', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  const bodies = async (player: ScriptedPlayer) =>
    (await player.conversation('is there', () => true)).messages.map(({ body }) => body ?? '');

  let browser: Browser;
  let page: Page;
  let agent: AgentSide;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim`);
    agent = new AgentSide(page);
    await agent.isLoggedIn();
  });
  afterEach(async () => {
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  /** A chat between a new player and Kim; `end` leaves nothing of it on the desktop. */
  async function chat(name: string) {
    const player = await control.newPlayer(name);
    await agent.goes('Available');
    await player.writes('i want to talk to a human');
    await agent.acceptsTask(name);
    await agent.goes('Offline');
    await player.seesText('Kim has joined the conversation.');
    const end = async () => {
      await agent.endsChat();
      await agent.completesTask(name);
      await player.seesText('This chat has ended.');
    };
    return { player, end };
  }
  const fromBot = async (player: ScriptedPlayer, text: RegExp) =>
    (await player.dm()).filter(({ author, content }) => author.id !== player.id && text.test(content));

  it('what a player edits and deletes is edited and deleted for the agent, who is told', async () => {
    const { player, end } = await chat('Kestrel');
    const typo = await player.writes('my pasword is gone');
    const mistake = await player.writes('forget this one');
    await agent.seesMessage('forget this one');
    await player.edits(typo, 'my password is gone');
    await player.deletes(mistake);
    await (await agent.seesMessage('my password is gone')).getByText('Edited by the player').waitFor();
    await agent.seesMessage('The player deleted this message.');
    expect((await agent.transcript()).some(({ text }) => text.includes('forget this one'))).toBe(false);
    await end();
  });

  it('what an agent edits and deletes is edited and deleted for the player', async () => {
    const { player, end } = await chat('Linnet');
    await agent.writes('teh answer is 42');
    await agent.writes('wrong window');
    await player.seesText('wrong window');
    const { sid } = await player.conversation('is there', () => true);
    await agent.changesOwnMessage(sid, 'teh answer is 42', 'the answer is 42');
    await player.seesText('the answer is 42');
    await agent.changesOwnMessage(sid, 'wrong window', undefined);
    await control.eventually('it is gone', ({ discord }) =>
      JSON.stringify(discord.channels).includes('wrong window') ? undefined : true,
    );
    expect(await fromBot(player, /teh answer/)).toEqual([]);
    await end();
  });

  it('a long answer with code comes in parts that each hold whole code', async () => {
    const { player, end } = await chat('Merlin');
    const code = Array.from({ length: 160 }, (_, line) => `setting_${line} = "value number ${line}"`).join('\n');
    const { sid } = await player.conversation('is there', () => true);
    await agent.saysThroughSdk(sid, `Put this into your file:\n\`\`\`ini\n${code}\n\`\`\`\nThen start the game.`);
    await player.seesText('Then start the game.');
    const parts = await fromBot(player, /setting_\d|Then start/);
    expect(parts.length).toBeGreaterThan(2);
    for (const { content } of parts) {
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(content.split('```').length % 2).toBe(1);
    }
    const lines = parts.flatMap(({ content }) => content.split('\n')).filter((line) => line.startsWith('setting_'));
    expect(lines.join('\n')).toBe(code);
    await end();
  });

  it('demo: the agent sees on the bubble that the player has the message, and nothing that claims it was read', async () => {
    const { player, end } = await chat('Osprey');
    await agent.writes('have you tried the other sword');
    await player.seesText('have you tried the other sword');
    const bubble = await agent.seesMessage('have you tried the other sword');
    await bubble.getByText('Delivered', { exact: true }).waitFor();
    await player.allowsDirectMessages(false);
    await agent.writes('this one does not arrive');
    const failed = await agent.seesMessage('this one does not arrive');
    await failed.getByText('The player does not accept direct messages from us.').waitFor();
    expect(await failed.getByText('Delivered', { exact: true }).count()).toBe(0);
    expect(await page.locator('.Twilio-MessageListItem-ReadStatus').count()).toBe(0);
    await player.allowsDirectMessages(true);
    await end();
  });

  it('an answer that did not reach the player is sent again when the agent says so', async () => {
    const { player, end } = await chat('Nuthatch');
    await player.allowsDirectMessages(false);
    await agent.writes('are you there');
    const bubble = await agent.seesMessage('are you there');
    await bubble.getByText('The player does not accept direct messages from us.').waitFor();
    await player.allowsDirectMessages(true);
    await bubble.getByRole('button', { name: 'Resend' }).focus();
    await page.keyboard.press('Enter');
    await player.seesText('are you there');
    await bubble.getByText('Delivered after all').waitFor();
    expect(await fromBot(player, /are you there/)).toHaveLength(1);
    await end();
  });

  it('a killed worker whose session expired reads what it missed, in order, and says so once', async () => {
    const player = await control.newPlayer('Juniper');
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await control.whileWorkerIsDown(async () => {
      await control.expireSession();
      for (const text of ['first while away', 'second while away', 'third while away']) await player.writes(text);
    });
    await player.writes('after it came back');
    await player.conversation('has the last', ({ messages }) =>
      messages.some(({ body }) => body === 'after it came back'),
    );
    const told = '3 messages were sent while we were offline.';
    const missed = (await bodies(player)).filter((body) => / away$|^after|offline/.test(body));
    expect(missed).toEqual([told, 'first while away', 'second while away', 'third while away', 'after it came back']);
    expect((await player.dm()).some(({ content }) => content === told)).toBe(false);
  });
});
