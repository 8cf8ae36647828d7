import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NamedTask } from '../../src/case-panel/case-task';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';
import { WorkServer } from './work-server';

const sid = (prefix: string, digit: string) => `${prefix}${digit.repeat(32)}`;
const linkedAt = '2026-11-21T10:00:00.000Z';
const links = [
  { conversationSid: sid('CH', '1'), taskSid: sid('WT', '1'), channel: 'discord', linkedAt },
  { conversationSid: null, taskSid: sid('WT', '3'), channel: 'voice', linkedAt },
];
const own: NamedTask = {
  taskSid: sid('WT', '1'),
  attributes: { channelType: 'discord', conversationSid: sid('CH', '1'), customerName: 'Wumpus' },
};
const sms: NamedTask = {
  taskSid: sid('WT', '2'),
  attributes: { channelType: 'sms', conversationSid: sid('CH', '2'), customerName: 'Zoë', customerAddress: '+48' },
};

async function show() {
  const server = new PanelServer({ links });
  const work = new WorkServer(server);
  const opened: NamedTask[] = [];
  const desk = { tasks: () => [own, sms], open: (task: NamedTask) => opened.push(task) };
  renderPanel(server, own, work, undefined, { desk });
  const section = within(await screen.findByRole('region', { name: 'Conversations' }));
  return { server, work, opened, section };
}
const requests = (work: WorkServer) => work.requests.filter(({ name }) => name !== 'findTaskCases');

describe('the conversations of a case', () => {
  it('are shown with channel, and opened where the agent has them', async () => {
    const { section, opened } = await show();
    section.getByText('Discord conversation');
    section.getByText('Call task');
    expect(section.queryByRole('button', { name: 'Open the Call conversation' })).toBeNull();
    userEvent.click(section.getByRole('button', { name: 'Open the Discord conversation' }));
    expect(opened).toEqual([own]);
  });

  it('take in another of the agent’s tasks', async () => {
    const { section, work, server } = await show();
    server.case = {
      ...server.case,
      links: [
        ...links,
        { ...links[0], taskSid: sid('WT', '2'), conversationSid: sid('CH', '2'), channel: 'sms', linkedAt },
      ],
    };
    const choice = section.getByRole('combobox', { name: 'Another of your conversations about this case' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Zoë (SMS)']);
    userEvent.click(section.getByRole('button', { name: 'Keep with this case' }));
    await section.findByText('SMS conversation');
    section.getByText('It is kept with this case.');
    expect(requests(work)).toEqual([
      {
        name: 'linkCase',
        request: {
          caseId: server.case.id,
          task: {
            taskSid: sid('WT', '2'),
            conversationSid: sid('CH', '2'),
            channel: 'sms',
            address: '+48',
            name: 'Zoë',
          },
        },
      },
    ]);
    expect(section.queryByRole('combobox')).toBeNull();
  });

  it('lose one, and say so when that fails', async () => {
    const { section, work, server } = await show();
    work.next({ kind: 'refused', code: 'unavailable', message: 'Try again.' });
    const button = () => section.getByRole('button', { name: 'Take away the Call conversation' });
    userEvent.click(button());
    await section.findByText(/It was not kept with the case|Try again\./);
    server.case = { ...server.case, links: links.slice(0, 1) };
    userEvent.click(button());
    await waitFor(() => expect(section.queryByText('Call task')).toBeNull());
    expect(requests(work).at(-1)).toEqual({
      name: 'unlinkCase',
      request: { caseId: server.case.id, conversationSid: null, taskSid: sid('WT', '3') },
    });
  });

  it('lose the task’s own: the panel asks anew which case it has', async () => {
    const { section, server } = await show();
    server.next({ kind: 'refused', code: 'case-not-found', message: 'None.' });
    userEvent.click(section.getByRole('button', { name: 'Take away the Discord conversation' }));
    await screen.findByRole('heading', { name: 'No case' });
  });
});
