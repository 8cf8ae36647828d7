import { setUpCaseDesks } from './sides/set-up-case-desks';
import { tellTime } from './tell-time';

/** What others do with a case, seen without a reload. */
describe('cases that others change', () => {
  const { control, desks } = setUpCaseDesks();

  it('cases: what one agent changes shows at another’s desk without a reload, in the list and in the case', async () => {
    const { kim, caseNumber, end } = await desks.openChat('Verbena');
    const noor = await desks.open('noor');
    await noor.agent.opensCasesView();
    const row = noor.page.getByTestId('cases-view').getByRole('row', { name: new RegExp(`#${caseNumber}`) });
    await row.getByText('Open', { exact: true }).waitFor();
    await kim.agent.setsCaseStatus('Elevated');
    let from = performance.now();
    await row.getByText('Elevated').waitFor();
    tellTime('a new status is in another’s list', performance.now() - from);
    await noor.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await noor.view.sees('Elevated');
    await kim.agent.addsNote('Seen by everybody at once');
    from = performance.now();
    await noor.view.sees('Seen by everybody at once');
    tellTime('a note is in the case that another looks at', performance.now() - from);
    await end();
  });

  it('cases: a bug that a player reports appears in the list by itself, and again after the connection was lost', async () => {
    const noor = await desks.open('noor');
    const player = await control.newPlayer('Woad');
    const { discord } = await control.state();
    const bugReport = discord.channels.find(({ name }) => name === 'bug-report')?.id ?? '';
    await noor.agent.opensCasesView();
    const list = noor.page.getByTestId('cases-view');
    await list.getByRole('searchbox').first().waitFor();
    await player.runs('bug', bugReport, { title: 'Doors open twice', description: 'They do' });
    await list.getByText('Doors open twice').waitFor();
    await noor.page.context().setOffline(true);
    await player.runs('bug', bugReport, { title: 'Windows too', description: 'They do' });
    await noor.page.context().setOffline(false);
    await list.getByText('Windows too').waitFor();
  });
});
