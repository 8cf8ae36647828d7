import type { Browser, Frame, Page } from 'playwright-core';
import { world } from '../src/world';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { PlayerSide } from './sides/player-side';
import type { StoryCast } from './story';

export interface DemoPageOptions {
  theme?: 'light' | 'dark';
  /** The first player of the world where left out. */
  player?: { id: string; globalName: string };
}

/** Opens the page with the two panes and waits until both sides are there. */
export async function openDemoPage(
  browser: Browser,
  address: string,
  { theme = 'light', player = world.discord.players[0] }: DemoPageOptions = {},
): Promise<{ page: Page; cast: StoryCast }> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: theme });
  page.setDefaultTimeout(patienceMs);
  await page.goto(`${address}/?${new URLSearchParams({ theme, player: player.id })}`);
  const agentFrame = await frame(page, '#agent');
  const agent = new AgentSide(agentFrame);
  await agent.isLoggedIn();
  const [kim] = world.twilio.agents;
  return {
    page,
    cast: {
      player: new PlayerSide(await frame(page, '#player')),
      agent,
      playerName: player.globalName,
      agentName: kim.fullName,
      serverName: world.discord.guild.name,
      reloadAgent: async () => {
        await agentFrame.evaluate(() => location.reload());
        await agentFrame.waitForLoadState();
        await agent.isLoggedIn();
      },
    },
  };
}

async function frame(page: Page, selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector);
  const content = await element.contentFrame();
  if (!content) throw new Error(`${selector} is not a frame`);
  return content;
}
