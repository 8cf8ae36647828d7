import { setUpCaseDesks } from './sides/set-up-case-desks';

/** Agents who write to players first, from a case, in the real Flex UI. */
describe('writing to players first', () => {
  const { desks } = setUpCaseDesks();

  it('cases: an agent writes to the player from a case that is over, and the answer comes back to that agent', async () => {
    const { player, kim, caseNumber } = await desks.openChat('Anemone');
    await kim.agent.endsChat();
    await kim.agent.completesTask('Anemone');
    await player.seesText('This chat has ended.');
    const noor = await desks.open('noor');
    await noor.agent.goes('Available');
    await kim.agent.opensCasesView();
    await kim.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await kim.view.presses('Message the player');
    await kim.view.presses('Send');
    await kim.view.sees('Write something first.');
    await kim.view.fills({ 'Message to Anemone': 'Your password works again @everyone' });
    await kim.view.presses('Send');
    await kim.view.sees('Sent. The conversation is in your task list.');
    const told = await player.seesText('Your password works again');
    expect(told.mention_everyone).toBe(false);

    await kim.agent.goesToTasks();
    await kim.agent.acceptsTask('Anemone');
    await kim.agent.seesMessage('Your password works again');
    await player.writes('thank you, it does');
    await kim.agent.seesMessage('thank you, it does');
    await kim.panel.sees(`Case #${caseNumber}`);
    await kim.agent.writes('Have fun!');
    await player.seesText('Have fun!');
    expect((await player.dm()).filter(({ content }) => content.includes('works again'))).toHaveLength(1);
    await kim.agent.endsChat();
    await kim.agent.completesTask('Anemone', 'Closed');
  });

  it('cases: a player who takes no direct messages, or is being talked to, is not written to, and the agent reads why', async () => {
    const { player, kim, caseNumber } = await desks.openChat('Borage');
    await kim.panel.presses('Message the player');
    await kim.panel.fills({ 'Message to Borage': 'Hello again' });
    await kim.panel.presses('Send');
    await kim.panel.sees(/An agent is talking with this player at the moment/);
    await kim.panel.presses('Cancel');
    await kim.agent.endsChat();
    await kim.agent.completesTask('Borage');
    await player.seesText('This chat has ended.');
    await player.allowsDirectMessages(false);
    await kim.agent.opensCasesView();
    await kim.agent.finds(`#${caseNumber}`, `Case #${caseNumber}`);
    await kim.view.presses('Message the player');
    await kim.view.fills({ 'Message to Borage': 'Hello again' });
    await kim.view.presses('Send');
    await kim.view.sees(/The player does not accept direct messages from us/);
    await player.allowsDirectMessages(true);
    await kim.view.presses('Send');
    await kim.view.sees('Sent. The conversation is in your task list.');
    await player.seesText('Hello again');
    await kim.agent.goesToTasks();
    await kim.agent.rejectsTask('Borage');
    await player.writes('who is there?');
    await kim.agent.acceptsTask('Borage');
    await kim.agent.seesMessage('who is there?');
    await kim.panel.sees(`Case #${caseNumber}`);
    await kim.agent.endsChat();
    await kim.agent.completesTask('Borage');
  });
});
