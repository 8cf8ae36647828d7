import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { openStage, type Stage } from './screens/open-stage';
import { KeyboardSide } from './sides/keyboard-side';
import { SandboxControl } from './sides/sandbox-control';

jest.setTimeout(240_000);

/** The main job without a mouse, on both sides, and always with a focus that can be seen. */
describe('keyboard', () => {
  const address = process.env.SANDBOX_ADDRESS ?? '';
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
    stage = await openStage({ browser, address, theme: 'light', playerName: 'Verbena' });
  });
  afterAll(async () => {
    await stage.close();
    await new SandboxControl(address).cancelTasks();
    await browser.close();
  });

  it('demo: a player helps herself and an agent does the whole job by keyboard alone', async () => {
    const { player, agent, scripted } = stage;
    const [playerPage, agentPage] = [stage.pages.player, stage.pages.agent];
    const [playerKeys, agentKeys] = [new KeyboardSide(playerPage), new KeyboardSide(agentPage)];

    await playerKeys.reaches(playerPage.getByTestId('channel-list-item').filter({ hasText: 'customer-service' }));
    await playerKeys.press('Enter');
    await playerKeys.reaches(playerPage.getByTestId('composer'));
    await playerKeys.type('/help');
    await playerPage.getByTestId('command-option').first().waitFor();
    await playerKeys.press('Tab');
    await playerKeys.press('Enter');
    await playerKeys.reaches(playerPage.getByTestId('new-message-notification'));
    await playerKeys.press('Enter');
    await player.sees('how may I help you?');
    await playerKeys.reaches(playerPage.getByTestId('composer'));
    await playerKeys.type('i think i forgot my password');
    await playerKeys.press('Enter');
    await player.offeredButtons();
    await playerKeys.reaches(playerPage.getByTestId('button-row-button').filter({ hasText: 'Reset Password' }));
    await playerKeys.press('Enter');
    await player.sees('Suggested Article: Reset Password');
    await playerKeys.reaches(playerPage.getByTestId('composer'));
    await playerKeys.type('i want to talk to a human');
    await playerKeys.press('Enter');
    await player.sees('Transferring you');

    await goesAvailable(agentPage, agentKeys);
    const card = await agent.seesTask(scripted.name);
    await agentKeys.reaches(card.getByRole('button', { name: /accept/i }).first());
    await agentKeys.press('Enter');
    await player.sees('Kim has joined the conversation.');
    await agentKeys.reaches(agentPage.getByTestId('message-input'));
    await agentKeys.type('hello by keyboard');
    await agentKeys.press('Enter');
    await player.sees('hello by keyboard');

    const panel = agentPage.getByTestId('case-panel');
    await agentKeys.reaches(panel.getByRole('button', { name: 'Elevated' }));
    await agentKeys.press('Enter');
    await agent.seesInCase('Status saved.');
    await agentKeys.reaches(panel.getByLabel('Add a note'));
    await agentKeys.type('Written without a mouse.');
    await agentKeys.press('Control+Enter');
    await agent.seesInCase('Note added.');

    await agentKeys.reaches(agentPage.getByTestId('end-task-button'));
    await agentKeys.press('Enter');
    await player.sees('This chat has ended.');
    await agentKeys.reaches(agentPage.getByRole('button', { name: 'Complete' }));
    await agentKeys.press('Enter');
    await agentKeys.reaches(agentPage.getByRole('dialog').getByRole('button', { name: 'Closed' }));
    await agentKeys.press('Enter');
    await card.waitFor({ state: 'detached' });
  });
});

async function goesAvailable(page: Page, keys: KeyboardSide): Promise<void> {
  const menu = page.getByTestId('activity-dropdown-button');
  await keys.reaches(menu);
  await keys.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Available' });
  await item.waitFor();
  for (let steps = 0; steps < 10; steps += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await keys.press('ArrowDown');
  }
  await keys.press('Enter');
  await menu.filter({ hasText: 'Available' }).waitFor();
}
