import { CaseListSide } from './sides/case-list-side';
import { setUpCaseDesks } from './sides/set-up-case-desks';
import { tellTime } from './tell-time';

/** A case that a supervisor takes away, while others look at it. */
describe('cases that are deleted', () => {
  const { desks } = setUpCaseDesks();

  it('cases: a supervisor deletes a case: lists drop it, the agent’s panel offers a new one, the player’s card says so', async () => {
    const { player, kim, caseNumber, end } = await desks.openChat('Larkin');
    expect(await kim.page.getByRole('button', { name: 'Delete case' }).count()).toBe(0);
    const noor = await desks.open('noor');
    await noor.agent.opensCasesView();
    const list = new CaseListSide(noor.page);
    await list.searches(`#${caseNumber}`);
    await list.sees('1 shown.');
    const card = await player.sees('the card', ({ embeds }) => embeds[0]?.title === `Case #${caseNumber}`);

    const lead = await desks.open('supervisor');
    await lead.agent.opensCasesView();
    await lead.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await lead.view.presses('Delete case');
    const dialog = lead.page.getByRole('alertdialog');
    await dialog.getByText(/notes, history, fields and links are gone for good/).waitFor();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await lead.view.sees(`You deleted case #${caseNumber}`);
    const from = performance.now();
    await Promise.all([
      list.sees(`Nothing has “#${caseNumber}” in it.`),
      kim.panel.sees(new RegExp(`deleted case #${caseNumber} on`)),
    ]);
    tellTime('a deleted case is gone from both desks', performance.now() - from);
    const shown = await player.sees('the card of a deleted case', ({ embeds }) =>
      (embeds[0]?.description ?? '').includes('deleted this case'),
    );
    expect(shown.id).toBe(card.id);
    expect(JSON.stringify(shown.embeds)).not.toContain('talk to a human');
    await lead.agent.goesBackToTheList();

    // The conversation goes on, and gets a case of its own.
    await player.writes('are you still there');
    await kim.agent.seesMessage('are you still there');
    await kim.panel.presses('Add New Case');
    await kim.panel.fills({ 'What it is about': 'Asked again' });
    await kim.panel.saves('Open case');
    await kim.panel.sees('Asked again');
    await end();
    await player.seesText('This chat has ended.');
  });
});
