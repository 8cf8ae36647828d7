import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl, type SandboxState } from './sides/sandbox-control';

/** Agents who come and go in one conversation: in the real Flex UI, players without a page. */
describe('agents come and go', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  const desks: { page: Page; agent: AgentSide }[] = [];

  const openDesk = async (name: 'kim' | 'noor') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    desks.push({ page, agent });
    return agent;
  };
  const workerSid = ({ twilio }: SandboxState, name: string) =>
    twilio.workers.find(({ identity }) => identity.startsWith(name))?.sid ?? '';
  const times = async (player: { dm(): Promise<readonly { content: string }[]> }, text: string) =>
    (await player.dm()).filter(({ content }) => content.includes(text)).length;

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

  it('demo: a task that one agent refuses goes to the other, and the player is told once', async () => {
    const player = await control.newPlayer('Aster');
    const kim = await openDesk('kim');
    await kim.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.rejectsTask('Aster');
    await player.seesText('I am still looking for somebody.');
    // TaskRouter asks Kim again, there being nobody else: this time there is no answer at all.
    await control.timeOutReservations();
    const noor = await openDesk('noor');
    await noor.goes('Available');
    await noor.acceptsTask('Aster');
    await player.seesText('Noor has joined the conversation.');
    expect(await times(player, 'I am still looking')).toBe(1);
    await noor.endsChat();
    await noor.completesTask('Aster');
  });

  it('demo: an agent who does not answer is passed over, and the player is told', async () => {
    const player = await control.newPlayer('Briar');
    const kim = await openDesk('kim');
    await kim.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.seesTask('Briar');
    await control.timeOutReservations();
    await player.seesText('I am still looking for somebody.');
    const noor = await openDesk('noor');
    await noor.goes('Available');
    await noor.acceptsTask('Briar');
    await player.seesText('Noor has joined the conversation.');
    await noor.endsChat();
    await noor.completesTask('Briar');
  });

  it('demo: nobody is available: the player is told, the bot is back, a second wish is the same case', async () => {
    const player = await control.newPlayer('Clover');
    await player.writes('i want to talk to a human');
    const told = await player.seesText('Your case id is');
    const caseNumber = /case id is (\d+)/.exec(told.content)?.[1];
    await player.conversation('has a task', () => true);
    await control.eventually('the task', ({ twilio }) => twilio.tasks.find(({ status }) => status === 'pending'));
    await control.cancelTasks();
    await player.seesText(`Your case ${caseNumber} stays open`);
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await player.writes('i want to talk to a human');
    await control.eventually('the second wish is told', ({ discord }) => {
      const messages = discord.channels.find(({ playerId }) => playerId === player.id)?.messages ?? [];
      return messages.filter(({ content }) => content.includes(`case id is ${caseNumber}.`)).length === 2 || undefined;
    });
  });

  it('demo: an agent leaves, and the next message brings another one into the same conversation', async () => {
    const player = await control.newPlayer('Daisy');
    const kim = await openDesk('kim');
    await kim.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.acceptsTask('Daisy');
    await player.seesText('Kim has joined the conversation.');
    const before = await player.conversation('is there', () => true);
    await kim.goes('Offline');
    await kim.leavesChat();
    await player.seesText('Kim has left the conversation.');
    const noor = await openDesk('noor');
    await noor.goes('Available');
    await player.writes('one more question');
    await noor.acceptsTask('Daisy');
    await player.seesText('Noor has joined the conversation.');
    await noor.seesMessage('one more question');
    expect((await player.conversation('is there', () => true)).sid).toBe(before.sid);
    await noor.endsChat();
    await player.seesText('This chat has ended.');
    await noor.completesTask('Daisy');
  });

  it('demo: an agent transfers the chat to another one, and each is announced once, also after a kill', async () => {
    const player = await control.newPlayer('Elder');
    const kim = await openDesk('kim');
    await kim.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.acceptsTask('Elder');
    await player.seesText('Kim has joined the conversation.');
    const noor = await openDesk('noor');
    await noor.goes('Available');
    await kim.transfersTo(workerSid(await control.state(), 'noor'));
    await noor.acceptsTask('Elder');
    await control.killWorker();
    await player.seesText('Noor has joined the conversation.');
    await noor.writes('this is noor now');
    await player.seesText('this is noor now');
    await player.writes('hello noor');
    await noor.seesMessage('hello noor');
    expect(await times(player, 'Noor has joined')).toBe(1);
    expect(await times(player, 'Kim has joined')).toBe(1);
    expect(await times(player, 'This chat has ended')).toBe(0);
    await noor.endsChat();
    await player.seesText('This chat has ended.');
    await noor.completesTask('Elder');
    await kim.completesTask('Elder');
  });
});
