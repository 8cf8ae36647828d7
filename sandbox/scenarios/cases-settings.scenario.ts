import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { CaseListSide } from './sides/case-list-side';
import { setUpCaseDesks } from './sides/set-up-case-desks';
import { tellTime } from './tell-time';

/** What supervisors define for everybody's cases, and what they take along, in the real Flex UI. */
describe('fields, tags and the export of cases', () => {
  const { desks } = setUpCaseDesks();

  it('cases: a supervisor defines a field and a tag, and an agent fills it in and finds the case by it', async () => {
    const lead = await desks.open('supervisor');
    await lead.agent.opensCasesView();
    await lead.agent.opensTab('Fields and tags');
    await lead.view.presses('New field');
    await lead.view.fills({ Name: 'Console' });
    await lead.view.chooses('Kind', 'Dropdown');
    await lead.view.presses('Save');
    await lead.view.sees('A dropdown needs at least one option.');
    await lead.view.fills({ Options: 'Handheld\nSteam box' });
    await lead.view.saves();
    await lead.view.sees('Handheld, Steam box');
    await lead.view.addsWord('New tag', 'esports');
    await lead.view.sees('esports');

    const { kim, caseNumber, end } = await desks.openChat('Quillon');
    await kim.panel.presses('Edit case');
    await kim.panel.chooses('Console', 'Steam box');
    await kim.panel.saves();
    await kim.panel.sees('Steam box');
    await kim.agent.opensCasesView();
    const list = new CaseListSide(kim.page);
    await list.presses('Advanced Search');
    await list.chooses('Console', 'Handheld');
    await list.presses('Search');
    await list.sees('No case passes these filters.');
    await list.chooses('Console', 'Steam box');
    await list.presses('Search');
    await list.sees(`Case #${caseNumber}`);
    await list.sees('1 shown.');

    // Taken away again, what the case holds can still be read.
    await lead.view.presses('Delete Console');
    await lead.view.presses('Delete esports');
    await lead.view.sees(/No fields yet/);
    await kim.page.reload();
    await kim.agent.isLoggedIn();
    await kim.agent.opensCasesView();
    await list.searches(`#${caseNumber}`);
    await list.opens(caseNumber);
    await kim.view.sees('Console (deleted field)');
    await kim.view.sees('Steam box');
    await end();
  });

  it('cases: fields and tags that a supervisor defines show at other desks without a reload, in an open form too', async () => {
    const { kim, caseNumber, end } = await desks.openChat('Rocket');
    const noor = await desks.open('noor');
    await noor.agent.opensCasesView();
    await noor.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Category: 'Lag' });
    const lead = await desks.open('supervisor');
    await lead.agent.opensCasesView();
    await lead.agent.opensTab('Fields and tags');
    await lead.view.presses('New field');
    await lead.view.fills({ Name: 'Home server' });
    await lead.view.saves();
    const from = performance.now();
    await Promise.all([kim.panel.sees('Home server'), noor.view.sees('Home server')]);
    tellTime('a new field is at both desks', performance.now() - from);
    await lead.view.addsWord('New tag', 'slowmotion');
    await kim.page.locator('datalist option[value="slowmotion"]').waitFor({ state: 'attached' });
    expect(await kim.panel.valueOf('Category')).toBe('Lag');
    await kim.panel.fills({ 'Home server': 'Frankfurt' });
    await kim.panel.saves();
    await noor.view.sees('Frankfurt');
    await lead.view.presses('Delete Home server');
    await noor.view.sees('Home server (deleted field)');
    await lead.view.presses('Delete slowmotion');
    await end();
  });

  it('cases: an agent sees neither settings nor export, and the Functions refuse the agent’s token', async () => {
    const kim = await desks.open('kim');
    await kim.agent.opensCasesView();
    await kim.view.sees('Bugs and cases');
    expect(await kim.page.getByRole('tab', { name: 'Fields and tags' }).count()).toBe(0);
    expect(await kim.page.getByRole('button', { name: 'Export as CSV' }).count()).toBe(0);
    const reserved = [
      ['export-cases', {}],
      ['change-tag', { change: 'offer', name: 'esports' }],
      [
        'save-custom-field',
        { id: crypto.randomUUID(), version: null, subject: 'case', kind: 'text', name: 'Forged', options: [] },
      ],
      ['delete-custom-field', { id: crypto.randomUUID() }],
      ['delete-case', { caseId: crypto.randomUUID(), version: 1, notes: 0 }],
    ] as const;
    for (const [name, payload] of reserved) expect(await callFunction(kim.page, name, payload)).toBe(403);
    expect(await callFunction(kim.page, 'find-cases', {})).toBe(200);
    const lead = await desks.open('supervisor');
    expect(await callFunction(lead.page, 'export-cases', {})).toBe(200);
  });

  it('cases: a supervisor saves the cases found as CSV, with nothing in it that a spreadsheet would run', async () => {
    const { kim, caseNumber, end } = await desks.openChat('=1+1 Quixote');
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Subject: 'Says "no", twice' });
    await kim.panel.saves();
    const lead = await desks.open('supervisor');
    await lead.agent.opensCasesView();
    const list = new CaseListSide(lead.page);
    await list.searches('quixote');
    await list.sees(`Case #${caseNumber}`);
    const saved = lead.page.waitForEvent('download');
    await list.presses('Export as CSV');
    await list.sees('Saved as a CSV file. Cases in it: 1');
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^cases-\d{4}-\d{2}-\d{2}\.csv$/);
    const [head, row, last, ...others] = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(head).toMatch(/^\uFEFFCase number,Subject,Status,Priority,/);
    expect(row).toContain(`${caseNumber},"Says ""no"", twice",Open,Normal,`);
    expect(row).toContain(",'=1+1 Quixote,");
    expect([last, others]).toEqual(['', []]);
    await end();
  });
});

/** Calls a Function as the plugin does, with the token of who is logged in to Flex there. Returns the HTTP status. */
function callFunction(page: Page, name: string, payload: object): Promise<number> {
  return page.evaluate(
    async ([path, json]) => {
      const { Flex } = (
        window as unknown as {
          Twilio: {
            Flex: {
              Manager: {
                getInstance(): {
                  configuration: { discord_channel: { functions_url: string } };
                  user: { token: string };
                };
              };
            };
          };
        }
      ).Twilio;
      const { configuration, user } = Flex.Manager.getInstance();
      const response = await fetch(`${configuration.discord_channel.functions_url}/flex/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ Token: user.token, Payload: json }),
      });
      return response.status;
    },
    [name, JSON.stringify(payload)] as const,
  );
}
