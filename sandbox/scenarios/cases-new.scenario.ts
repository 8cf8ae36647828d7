import { caseNumberOf } from './sides/case-desks';
import { setUpCaseDesks } from './sides/set-up-case-desks';

/** Cases that agents open themselves, in the real Flex UI. */
describe('new cases', () => {
  const { control, desks } = setUpCaseDesks();

  it('cases: a text message has no case until the agent adds one, filled in from the task; next time it is offered again', async () => {
    const address = '+48600100200';
    const kim = await desks.open('kim');
    await kim.agent.goes('Available');
    await control.customerComes({ channel: 'sms', address, name: 'Zoë Kowalska', message: 'Where is my parcel?' });
    await kim.agent.acceptsTask('Zoë Kowalska');
    await kim.panel.sees('There is no case for this task.');
    await kim.panel.presses('Add New Case');
    expect(await kim.panel.valueOf('First name')).toBe('Zoë');
    expect(await kim.panel.valueOf('Last name')).toBe('Kowalska');
    expect(await kim.panel.valueOf('Phone')).toBe(address);
    await kim.panel.presses('Open case');
    await kim.panel.sees('Write what it is about.');
    await kim.panel.fills({ 'What it is about': 'The parcel is lost <b>"; drop table cases;--' });
    await kim.panel.addsWord('Tags', 'parcel');
    await kim.panel.presses('Open case');
    await kim.panel.sees(/Case #\d+/);
    const number = await caseNumberOf(kim);
    for (const shown of ['parcel', 'Zoë Kowalska']) await kim.panel.sees(shown);
    await kim.page.reload();
    await kim.agent.isLoggedIn();
    await kim.agent.selectsTask('Zoë Kowalska');
    await kim.panel.sees(`Case #${number}`);
    await kim.agent.endsChat();
    await kim.agent.completesTask('Zoë Kowalska');

    await control.customerComes({ channel: 'sms', address, name: 'Zoë Kowalska', message: 'Still nothing' });
    await kim.agent.acceptsTask('Zoë Kowalska');
    await kim.panel.sees('Is it about one of these?');
    await kim.panel.presses(`Continue in case #${number}`);
    await kim.panel.sees(`Case #${number}`);
    await kim.agent.endsChat();
    await kim.agent.completesTask('Zoë Kowalska');
  });

  it('cases: a case is added without any task, for somebody who is named', async () => {
    const kim = await desks.open('kim');
    await kim.panel.presses('Add New Case');
    await kim.panel.fills({ 'What it is about': 'Came by at the fair' });
    await kim.panel.presses('Open case');
    await kim.panel.sees(/Give a name, an e-mail address or a phone number/);
    await kim.panel.fills({ 'First name': 'عمر', 'Last name': '🎮', 'E-mail': 'omar@example.com' });
    await kim.panel.chooses('Status', 'Elevated');
    await kim.panel.presses('Open case');
    await kim.panel.sees(/Case #\d+/);
    await kim.panel.sees('عمر 🎮');
    await kim.panel.opensTab('Contact');
    await kim.panel.sees('omar@example.com');
  });

  it('cases: a returning player’s open case is offered, and goes on in the new chat', async () => {
    const { player, kim, caseNumber } = await desks.openChat('Vervain');
    await kim.panel.presses('Edit case');
    await kim.panel.fills({ Subject: 'The first chat' });
    await kim.panel.saves();
    await kim.agent.endsChat();
    await kim.agent.completesTask('Vervain');
    await player.seesText('This chat has ended.');
    await player.writes('i want to talk to a human');
    await kim.agent.acceptsTask('Vervain');
    await kim.panel.presses(`Continue in case #${caseNumber}`);
    // Not only its offer, which names it too.
    const panel = kim.page.getByTestId('case-panel');
    await panel.getByRole('heading', { name: `Case #${caseNumber}`, exact: true }).waitFor();
    await kim.panel.sees('The first chat');
    await kim.panel.opensTab('History');
    await kim.panel.sees('A conversation was kept with the case');
    await kim.agent.endsChat();
    await kim.agent.completesTask('Vervain');
  });
});
