import type { Browser, Page } from 'playwright-core';
import { AgentSide } from './agent-side';
import { CaseSide } from './case-side';
import type { SandboxControl } from './sandbox-control';

export interface Desk {
  page: Page;
  agent: AgentSide;
  panel: CaseSide;
  view: CaseSide;
}

/** The agents of a scenario at their desktops, each in a browser of their own. */
export class AgentDesks {
  private readonly desks: Desk[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly control: SandboxControl,
  ) {}

  async open(name: 'kim' | 'noor'): Promise<Desk> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}&theme=light`, { timeout: 60_000 });
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    const desk = { page, agent, panel: new CaseSide(page, 'case-panel'), view: new CaseSide(page, 'cases-view') };
    this.desks.push(desk);
    return desk;
  }

  /** Kim, with the chat of a Discord player who asked for an agent. */
  async openChat(name: string) {
    const player = await this.control.newPlayer(name);
    const kim = await this.open('kim');
    await kim.agent.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.agent.acceptsTask(name);
    await kim.panel.sees(/Case #\d+/);
    return { player, kim, caseNumber: await caseNumberOf(kim) };
  }

  /** Everybody goes home. */
  async close(): Promise<void> {
    for (const { page, agent } of this.desks.splice(0)) {
      await agent.goes('Offline');
      await page.context().close();
    }
  }
}

/** The number of the case beside the conversation. */
export async function caseNumberOf({ page }: Desk): Promise<string> {
  const heading = await page.getByTestId('case-panel').getByRole('heading', { level: 2 }).first().textContent();
  return /\d+/.exec(heading ?? '')?.[0] ?? 'none';
}
