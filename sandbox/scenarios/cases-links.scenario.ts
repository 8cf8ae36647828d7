import { setUpCaseDesks } from './sides/set-up-case-desks';
import { tellTime } from './tell-time';

/** The conversations that a case is kept with, and how fast its panel is there, in the real Flex UI. */
describe('the conversations of cases', () => {
  const { control, desks } = setUpCaseDesks();

  it('cases: a call is kept with the case of a chat, opened from there, and taken away again', async () => {
    const { kim, caseNumber } = await desks.openChat('Clover');
    await control.customerComes({ channel: 'voice', address: '+48600700800', name: 'Clover by phone' });
    await kim.agent.selectsTask('Clover by phone');
    await kim.panel.sees('There is no case for this task.');
    await kim.agent.selectsTask('Clover');
    await kim.panel.sees(`Case #${caseNumber}`);
    await kim.panel.chooses('Another of your conversations about this case', 'Clover by phone (Call)');
    await kim.panel.presses('Keep with this case');
    await kim.panel.sees('Call task');
    await kim.panel.presses('Open the Call conversation');
    await kim.panel.sees(`Case #${caseNumber}`);
    await kim.panel.presses('Take away the Call conversation');
    await kim.panel.sees('There is no case for this task.');
    await kim.agent.selectsTask('Clover');
    await kim.agent.endsChat();
    await kim.agent.completesTask('Clover');
  });

  it('cases: the panel can be used soon after a task is selected', async () => {
    const { kim, caseNumber } = await desks.openChat('Dill');
    await control.customerComes({ channel: 'sms', address: '+48600111222', name: 'Somebody else' });
    await kim.agent.acceptsTask('Somebody else');
    await kim.panel.sees('There is no case for this task.');
    const times: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const began = performance.now();
      await kim.agent.selectsTask('Dill');
      await kim.panel.sees(`Case #${caseNumber}`);
      await kim.page.getByTestId('case-panel').getByRole('button', { name: 'Edit case' }).waitFor();
      times.push(performance.now() - began);
      await kim.agent.selectsTask('Somebody else');
      await kim.panel.sees('There is no case for this task.');
    }
    times.sort((a, b) => a - b);
    tellTime('the panel can be used (median of 10 tasks selected)', times[5] ?? Number.NaN);
    tellTime('the panel can be used (longest of 10)', times.at(-1) ?? Number.NaN);
    expect(times).toHaveLength(10);
    for (const name of ['Somebody else', 'Dill']) {
      await kim.agent.selectsTask(name);
      await kim.agent.endsChat();
      await kim.agent.completesTask(name);
    }
  });
});
