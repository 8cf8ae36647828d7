import { setUpCaseDesks } from './sides/set-up-case-desks';

/** How a case's status is changed by key, and on completion, in the real Flex UI. */
describe('the status of cases', () => {
  const { desks } = setUpCaseDesks();

  it('cases: on completion the agent says in one step how the case stands', async () => {
    const { kim, caseNumber } = await desks.openChat('Woodruff');
    await kim.agent.endsChat();
    await kim.agent.isAskedOnCompletion();
    const question = kim.page.getByRole('dialog', { name: new RegExp(`Case #${caseNumber}: how does it stand`) });
    await question.getByLabel('Reason or resolution').fill('Sent a link');
    await kim.agent.answersCompletion('Woodruff', 'Closed');
    await kim.agent.opensCasesView();
    await kim.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await kim.view.sees('Resolution: Sent a link');
  });

  it('cases: a task is completed although the Functions are down, and Escape leaves the case as it is', async () => {
    const { player, kim, caseNumber } = await desks.openChat('Yarrow');
    await kim.page.route('**/flex/get-case', (route) => route.abort());
    await kim.agent.endsChat();
    await kim.agent.completesTask('Yarrow');
    await kim.page.unroute('**/flex/get-case');
    await player.seesText('This chat has ended.');
    await player.writes('i want to talk to a human');
    await kim.agent.acceptsTask('Yarrow');
    await kim.panel.sees(/Case #\d+/);
    await kim.agent.endsChat();
    await kim.agent.isAskedOnCompletion();
    await kim.page.keyboard.press('Escape');
    await kim.agent.taskIsGone('Yarrow');
    await kim.agent.opensCasesView();
    await kim.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await kim.page.getByTestId('cases-view').getByRole('button', { name: 'Open', pressed: true }).waitFor();
  });

  it('cases: a key changes the status while the agent goes on writing, and the reason is asked for at once', async () => {
    const { kim } = await desks.openChat('Zinnia');
    await kim.agent.beginsToWrite('One moment');
    await kim.page.keyboard.press('Control+Shift+8');
    await kim.panel.sees('Status saved.');
    await kim.page.keyboard.type(', please');
    await kim.panel.fills({ 'Reason for elevating': 'A streamer' });
    await kim.panel.saves('Save reason');
    await kim.panel.sees('Reason for elevating: A streamer');
    await kim.agent.endsChat();
    await kim.agent.completesTask('Zinnia', 'Elevated');
  });
});
