import type { Browser, Page } from 'playwright-core';
import { AgentSide } from './agent-side';
import { CaseSide } from './case-side';
import { patienceMs } from './patience';
import type { SandboxControl, ScriptedPlayer } from './sandbox-control';

export interface CaseDesk {
  page: Page;
  agent: AgentSide;
  panel: CaseSide;
  view: CaseSide;
}

/** A chat with its case beside it. */
export interface CaseChat {
  player: ScriptedPlayer;
  kim: CaseDesk;
  caseNumber: string;
  end: () => Promise<void>;
}

/** Agents at their desks who look at cases. */
export class CaseDesks {
  private readonly desks: CaseDesk[] = [];
  constructor(
    private readonly browser: Browser,
    private readonly control: SandboxControl,
  ) {}

  async open(name: 'kim' | 'noor' | 'supervisor'): Promise<CaseDesk> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=${name}&theme=light`, { timeout: 60_000 });
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    const desk = { page, agent, panel: new CaseSide(page, 'case-panel'), view: new CaseSide(page, 'cases-view') };
    this.desks.push(desk);
    return desk;
  }

  /** Kim has the chat of a new player, whose case is beside it. */
  async openChat(name: string, locale?: string): Promise<CaseChat> {
    const player = await this.control.newPlayer(name, locale);
    const kim = await this.open('kim');
    await kim.agent.goes('Available');
    await player.writes('i want to talk to a human');
    await kim.agent.acceptsTask(name);
    await kim.panel.sees(/Case #\d+/);
    const end = async () => {
      await kim.agent.goesToTasks();
      await kim.agent.selectsTask(name);
      await kim.agent.endsChat();
      await kim.agent.completesTask(name);
    };
    return { player, kim, caseNumber: await caseNumberOf(kim), end };
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
export async function caseNumberOf({ page }: CaseDesk): Promise<string> {
  const heading = await page.getByTestId('case-panel').getByRole('heading', { level: 2 }).first().textContent();
  return /\d+/.exec(heading ?? '')?.[0] ?? 'none';
}
