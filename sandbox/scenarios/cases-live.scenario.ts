import { setUpCaseDesks } from './sides/set-up-case-desks';

/** Milliseconds in which a desk shows what somebody else did. */
const liveWithinMs = 2_000;

/** What others do with a case, seen without a reload. */
describe('cases that others change', () => {
  const { control, desks } = setUpCaseDesks();

  /** From the end of `act` until `seen`. */
  async function tookMs(act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<number> {
    await act();
    const from = performance.now();
    await seen();
    return performance.now() - from;
  }

  it('cases: what one agent changes shows at another’s desk within two seconds, in the list and in the case', async () => {
    const { kim, caseNumber, end } = await desks.openChat('Verbena');
    const noor = await desks.open('noor');
    await noor.agent.opensCasesView();
    const row = noor.page.getByTestId('cases-view').getByRole('row', { name: new RegExp(`#${caseNumber}`) });
    await row.getByText('Open', { exact: true }).waitFor();
    const inList = await tookMs(
      () => kim.agent.setsCaseStatus('Elevated'),
      () => row.getByText('Elevated').waitFor(),
    );
    await noor.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await noor.view.sees('Elevated');
    const inCase = await tookMs(
      () => kim.agent.addsNote('Seen by everybody at once'),
      () => noor.view.sees('Seen by everybody at once'),
    );
    process.stdout.write(`shown after ${Math.round(inList)} ms in the list, ${Math.round(inCase)} ms in the case\n`);
    expect(Math.max(inList, inCase)).toBeLessThan(liveWithinMs);
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
