import type { Browser, Page } from 'playwright-core';
import { AgentSide } from '../sides/agent-side';
import { CaseSide } from '../sides/case-side';
import { patienceMs } from '../sides/patience';
import { PlayerSide } from '../sides/player-side';
import { SandboxControl, type ScriptedPlayer } from '../sides/sandbox-control';

export type Theme = 'light' | 'dark';

export interface StageOptions {
  browser: Browser;
  address: string;
  theme: Theme;
  /** The player's name; each stage needs one who has not written yet. */
  playerName: string;
}

/** A player and an agent, each in a page of their own, whom the screens send from one state to the next. */
export interface Stage {
  player: PlayerSide;
  agent: AgentSide;
  /** A supervisor. */
  lead: AgentSide;
  /** The case beside the agent's chat. */
  caseSide: CaseSide;
  /** Cases as the agent and the supervisor list and settle them. */
  views: Readonly<Record<'agent' | 'lead', CaseSide>>;
  pages: Readonly<Record<'player' | 'agent' | 'lead' | 'demo', Page>>;
  scripted: ScriptedPlayer;
  control: SandboxControl;
  close(): Promise<void>;
}

/** Opens the three pages that we show people, in one theme. */
export async function openStage({ browser, address, theme, playerName }: StageOptions): Promise<Stage> {
  const control = new SandboxControl(address);
  const scripted = await control.newPlayer(playerName);
  const open = async (path: string) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: theme });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${address}${path}`);
    return page;
  };
  const pages = {
    player: await open(`/player/?player=${scripted.id}`),
    agent: await open(`/demo/agent?agent=kim&theme=${theme}`),
    lead: await open(`/demo/agent?agent=supervisor&theme=${theme}`),
    demo: await open(`/?${new URLSearchParams({ theme, player: scripted.id })}`),
  };
  const agent = new AgentSide(pages.agent);
  await agent.isLoggedIn();
  const lead = new AgentSide(pages.lead);
  await lead.isLoggedIn();
  return {
    player: new PlayerSide(pages.player),
    agent,
    lead,
    caseSide: new CaseSide(pages.agent, 'case-panel'),
    views: { agent: new CaseSide(pages.agent, 'cases-view'), lead: new CaseSide(pages.lead, 'cases-view') },
    pages,
    scripted,
    control,
    async close() {
      await agent.goes('Offline');
      for (const page of Object.values(pages)) await page.context().close();
    },
  };
}
