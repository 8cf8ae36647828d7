import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

/** A picture of 2 by 2 pixels. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEklEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC';

/** Files between a player without a page and Kim in the real Flex UI. */
describe('files', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let agent: AgentSide | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    await agent?.goes('Offline');
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  async function kimWith(name: string) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim`);
    const kim = new AgentSide(page);
    await kim.isLoggedIn();
    await kim.goes('Available');
    const player = await control.newPlayer(name);
    await player.writes('i want to talk to a human');
    await kim.acceptsTask(name);
    await player.seesText('Kim has joined the conversation.');
    agent = kim;
    return { kim, page, player };
  }

  it('demo: a picture of the player appears to the agent, behind its text and before the next', async () => {
    const { kim, player } = await kimWith('Quill');
    await player.writes('this is my screen', {
      attachments: [{ filename: 'screen.png', contentType: 'image/png', content: picture }],
    });
    await player.writes('do you see it?');
    await kim.seesMessage('do you see it?');
    expect(await kim.opensFile('screen.png')).toEqual({
      contentType: 'image/png',
      content: Buffer.from(picture, 'base64'),
    });
    const { messages } = await player.conversation('has all three', (one) => one.messages.length >= 3);
    expect(messages.slice(-3).map(({ body, files }) => files ?? body)).toEqual([
      'this is my screen',
      ['screen.png'],
      'do you see it?',
    ]);
    await kim.endsChat();
    await kim.completesTask('Quill');
  });

  it('demo: a file that is too big is told to the agent and to the player', async () => {
    const { kim, player } = await kimWith('Rowan');
    await player.writes('the whole match', {
      attachments: [{ filename: 'match.mp4', contentType: 'video/mp4', size: 200_000_000 }],
    });
    await kim.seesMessage('the whole match');
    await kim.seesMessage('[video: match.mp4 — not here, it is larger than 150 MB. The player was told.]');
    await player.seesText('Your file `match.mp4` is larger than 150 MB');
    await kim.endsChat();
    await kim.completesTask('Rowan');
  });

  it('demo: a file of the agent arrives in the DM, behind its text', async () => {
    const { kim, player } = await kimWith('Sorrel');
    await kim.attaches({ name: 'steps.txt', mimeType: 'text/plain', buffer: Buffer.from('press the button') });
    await kim.writes('this is how it is done');
    await player.seesText('this is how it is done');
    const { attachments } = await player.sees('a file', (message) => message.attachments.length > 0);
    expect(attachments).toMatchObject([{ filename: 'steps.txt', content_type: 'text/plain', size: 16 }]);
    const address = attachments[0]?.url.replace('https://cdn.discordapp.com', '/discord/cdn') ?? '';
    const response = await fetch(`${process.env.SANDBOX_ADDRESS}${address}`);
    expect(await response.text()).toBe('press the button');
    await kim.endsChat();
    await kim.completesTask('Sorrel');
  });
});
