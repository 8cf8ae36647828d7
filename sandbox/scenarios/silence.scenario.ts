import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

/** Nobody says anything: in the queue, then the agent, then the player. With times short enough to wait for. */
describe('silence', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    await control.killWorker({
      WAITING_NOTICES_MINUTES: '0.05',
      AGENT_SILENT_MINUTES: '0.1',
      PLAYER_SILENT_HOURS: '0.003',
    });
  });
  afterAll(async () => {
    await control.killWorker();
    await browser.close();
  });

  it('demo: whoever waits is told, whoever keeps silent is reminded, and an idle chat ends by itself', async () => {
    const player = await control.newPlayer('Quill');
    await player.writes('i want to talk to a human');
    await player.seesText('All our agents are still busy.');

    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    await agent.goes('Available');
    await agent.acceptsTask('Quill');
    await player.seesText('Kim has joined the conversation.');

    await player.writes('is anybody there?');
    await player.seesText('I have reminded our agent');
    await agent.seesMessage(/I have reminded our agent/);

    await agent.writes('Here I am. Which e-mail address do you play with?');
    await player.seesText('so this chat ends now.');
    await agent.seesMessage(/so this chat ends now\./);
    await agent.completesTask('Quill');

    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await agent.goes('Offline');
  });
});
