import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

/** Agents in the real Flex UI, each in a browser of their own; players without a page. */
describe('agents', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  const desks: { page: Page; agent: AgentSide }[] = [];

  const openDesk = async (name: 'kim' | 'noor', theme: 'light' | 'dark' = 'light') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}&theme=${theme}`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    desks.push({ page, agent });
    return { page, agent };
  };

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    for (const { page, agent } of desks.splice(0)) {
      await agent.goes('Offline');
      await page.context().close();
    }
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  it('demo: two players and two agents at once, and nothing crosses', async () => {
    const players = [await control.newPlayer('Larch'), await control.newPlayer('Maple')] as const;
    const [kim, noor] = [await openDesk('kim'), await openDesk('noor')];
    await kim.agent.goes('Available');
    await players[0].writes('i want to talk to a human');
    await kim.agent.acceptsTask('Larch');
    await kim.agent.goes('Offline');
    await noor.agent.goes('Available');
    await players[1].writes('i want to talk to a human');
    await noor.agent.acceptsTask('Maple');
    await players[0].seesText('Kim has joined the conversation.');
    await players[1].seesText('Noor has joined the conversation.');

    await Promise.all([kim.agent.writes('this is kim'), noor.agent.writes('this is noor')]);
    await Promise.all([players[0].writes('larch here'), players[1].writes('maple here')]);
    await Promise.all([players[0].seesText('this is kim'), players[1].seesText('this is noor')]);
    await Promise.all([kim.agent.seesMessage('larch here'), noor.agent.seesMessage('maple here')]);
    const texts = await Promise.all(players.map(async (player) => (await player.dm()).map(({ content }) => content)));
    expect(texts[0]?.join()).not.toMatch(/noor|maple/i);
    expect(texts[1]?.join()).not.toMatch(/kim|larch/i);

    for (const [desk, name] of [
      [kim, 'Larch'],
      [noor, 'Maple'],
    ] as const) {
      await desk.agent.endsChat();
      await desk.agent.completesTask(name);
    }
    await Promise.all(players.map((player) => player.seesText('This chat has ended.')));
  });

  it('demo: an answer that Discord refuses is shown to the agent as not delivered', async () => {
    const player = await control.newPlayer('Nettle');
    const { agent } = await openDesk('kim');
    await agent.goes('Available');
    await player.writes('i want to talk to a human');
    await agent.acceptsTask('Nettle');
    await player.seesText('Kim has joined the conversation.');
    await player.allowsDirectMessages(false);
    await agent.writes('can you read this?');
    await agent.seesMessage('Not delivered');
    await agent.endsChat();
    await agent.completesTask('Nettle');
  });

  it('demo: a long answer arrives in parts, in order and whole', async () => {
    const player = await control.newPlayer('Olive');
    const { agent } = await openDesk('kim');
    await agent.goes('Available');
    await player.writes('i want to talk to a human');
    await agent.acceptsTask('Olive');
    await player.seesText('Kim has joined the conversation.');
    const words = Array.from({ length: 500 }, (_, index) => `word${index}`);
    await agent.pastes(words.join(' '));
    await player.seesText('word499');
    const carried = (await player.dm()).map(({ content }) => content).filter((content) => content.includes('word'));
    expect(carried.length).toBeGreaterThan(1);
    expect(carried.join(' ').split(/\s+/)).toEqual(words);
    await agent.endsChat();
    await agent.completesTask('Olive');
  });
});
