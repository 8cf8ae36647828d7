import { ContactListSide } from './sides/contact-list-side';
import { setUpCaseDesks } from './sides/set-up-case-desks';

/** The list of contacts, in the real Flex UI. */
describe('the list of contacts', () => {
  const { control, desks } = setUpCaseDesks();

  it('cases: an agent finds a contact by a name in any script, labels it, and narrows the list by the label', async () => {
    const { kim, end } = await desks.openChat('林小梅');
    await kim.agent.opensCasesView();
    await kim.agent.opensTab('Contact List');
    const list = new ContactListSide(kim.page);
    await list.searches('小梅');
    await list.lists('林小梅');
    await list.opens('林小梅');
    await kim.view.presses('Edit contact');
    await kim.view.fills({ 'E-mail': 'nobody' });
    await kim.view.presses('Save');
    await kim.view.sees('Give an e-mail address, such as kim@example.com.');
    await kim.view.fills({ 'E-mail': 'mei@example.com' });
    await kim.view.addsWord('Labels', 'collector');
    await kim.view.saves();
    await kim.view.presses('Back to the list');
    await list.sees('collector', 'mei@example.com');
    await list.searches('');
    await list.narrowsBy('collector (1)');
    await list.lists('林小梅');
    // What was changed in the list stands beside the conversation too.
    await kim.agent.goesToTasks();
    await kim.agent.selectsTask('林小梅');
    await kim.panel.opensTab('Contact');
    await kim.panel.sees('mei@example.com');
    await end();
  });

  it('cases: a contact is opened with its cases, one of which is closed, and Escape goes back step by step', async () => {
    const { kim, caseNumber, end } = await desks.openChat('Thimbleweed');
    await kim.agent.opensCasesView();
    await kim.agent.opensTab('Contact List');
    const list = new ContactListSide(kim.page);
    await list.searches('thimbelweed');
    await list.sees('Nobody is called “thimbelweed”.');
    await list.opens('Thimbleweed');
    await kim.view.sees('Cases of this contact');
    await kim.view.presses(`Case #${caseNumber}`);
    await kim.view.presses('Closed');
    await kim.view.sees('Status saved.');
    await kim.page.keyboard.press('Escape');
    await kim.view.sees('Cases of this contact');
    await list.sees('Closed');
    await kim.view.presses('Back to the list');
    await list.sees('1 (0 not closed)');
    await end();
  });

  it('cases: somebody without a case is edited by two agents, and neither loses anything', async () => {
    const player = await control.newPlayer('Oakmoss');
    const { discord } = await control.state();
    const ideas = discord.channels.find(({ name }) => name === 'feature-request')?.id ?? '';
    await player.runs('new_feature', ideas, { title: 'Ponds with ducks', description: 'Please' });
    const [kim, noor] = [await desks.open('kim'), await desks.open('noor')];
    for (const { agent, page, view } of [kim, noor]) {
      await agent.opensCasesView();
      await agent.opensTab('Contact List');
      const list = new ContactListSide(page);
      await list.searches('Oakmoss');
      await list.opens('Oakmoss');
      await view.sees('This contact has no case.');
      await view.presses('Edit contact');
    }
    await kim.view.fills({ 'E-mail': 'oak@example.com', Phone: '112' });
    await kim.view.saves();
    await noor.view.fills({ Phone: '+48 600 100 200' });
    await noor.view.presses('Save');
    await noor.view.sees(/so nothing was saved\. The contact was changed\./);
    await noor.view.sees('Somebody else put “112” here.');
    expect(await noor.view.valueOf('E-mail')).toBe('oak@example.com');
    await noor.view.saves();
    await noor.view.presses('Back to the list');
    await new ContactListSide(noor.page).sees('oak@example.com', '+48 600 100 200');
  });
});
