import type { APIMessage } from 'discord-api-types/v10';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { world } from '../src/world';
import { patienceMs } from './sides/patience';
import { PlayerSide } from './sides/player-side';
import { SandboxControl } from './sides/sandbox-control';

const [announcements, , , customerService] = world.discord.guild.channels;

/** The Discord server as `npm run setup:discord` made it when the sandbox started; players on their own page. */
describe('server', () => {
  const address = process.env.SANDBOX_ADDRESS ?? '';
  const control = new SandboxControl(address);
  let browser: Browser;
  const pages: Page[] = [];

  const openPage = async (name: string) => {
    const player = await control.newPlayer(name);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${address}/player/?player=${player.id}`);
    pages.push(page);
    return { player, page, side: new PlayerSide(page) };
  };
  const posted = async (title: string): Promise<APIMessage[]> => {
    const { discord } = await control.state();
    const channel = discord.channels.find(({ id }) => id === announcements.id);
    return (channel?.messages ?? []).filter(({ embeds }) => embeds[0]?.title === title);
  };

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  it('demo: every channel says what to type, and its pinned explanation is at hand', async () => {
    const { side, page } = await openPage('Aster');
    for (const [name, topic, title] of [
      ['bug-report', '/bug', 'How to report a bug'],
      ['feature-request', '/new_feature', 'How to share an idea'],
      ['customer-service', '/helpme', 'How to get help'],
      ['announcements', 'Official news', 'About this channel'],
    ] as const) {
      await side.openServerChannel(name);
      expect(await page.getByTestId('channel-topic').innerText()).toContain(topic);
      const pinned = await side.openPins();
      expect(await pinned.count()).toBe(1);
      expect(await pinned.innerText()).toContain(title);
    }
  });

  it('demo: "Get help" below the explanation of #customer-service opens the DM as /helpme does', async () => {
    const { side } = await openPage('Birch');
    await side.openServerChannel('customer-service');
    await side.press('Get help');
    await side.sees('I have sent you a direct message');
    await side.openNewDirectMessage();
    await side.sees('Hi Birch, how may I help you?');
  });

  it('demo: "Get help" tells a player whose direct messages are closed how to open them', async () => {
    const { player, side } = await openPage('Cedar');
    await player.allowsDirectMessages(false);
    await side.openServerChannel('customer-service');
    await side.press('Get help');
    await side.sees('your direct messages are closed for this server');
  });

  it('demo: "Get help" that is pressed while the worker is dead is not lost, and greets once', async () => {
    const { player, side } = await openPage('Dahlia');
    await side.openServerChannel('customer-service');
    const killed = control.killWorker();
    await side.press('Get help');
    await killed;
    await player.seesText('Hi Dahlia, how may I help you?');
    expect((await player.dm()).filter(({ content }) => content.startsWith('Hi Dahlia'))).toHaveLength(1);
  });

  it('demo: players see an announcement once, though the website sent it twice', async () => {
    const { side } = await openPage('Elder');
    await side.openServerChannel('announcements');
    const news = { id: `patch-${Date.now()}`, title: `Patch ${Date.now()}`, body: 'Swords are **sharper** @everyone.' };
    await Promise.all([control.announces(news), control.announces(news)]);
    await side.sees('Swords are sharper');
    expect((await control.announces(news)).state).toBe('sent');
    expect(await side.messages(news.title).count()).toBe(1);
    expect(await posted(news.title)).toMatchObject([{ mention_everyone: false, mentions: [] }]);
  });

  it('demo: an announcement that is handed over as the worker dies is posted once', async () => {
    const news = { id: `event-${Date.now()}`, title: `Event ${Date.now()}`, body: 'Tonight at eight.' };
    await control.announces(news);
    await control.killWorker();
    await control.eventually('the announcement', ({ discord }) =>
      discord.channels.some(({ messages }) => messages.some(({ embeds }) => embeds[0]?.title === news.title))
        ? true
        : undefined,
    );
    expect(await posted(news.title)).toHaveLength(1);
  });

  it('demo: players cannot write in #announcements, and are told so', async () => {
    const { player, side } = await openPage('Fig');
    await side.openServerChannel('announcements');
    expect(await side.cannotWrite()).toBe(true);
    const write = (channelId: string) =>
      control.post(`discord/players/${player.id}/messages`, { channelId, content: 'hello' });
    await expect(write(announcements.id)).rejects.toThrow(/may not write in #announcements/);
    await write(customerService.id);
  });
});
