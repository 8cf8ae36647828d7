import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { prefillOf } from '../../src/case-panel/new-case/prefill';
import { text } from '../../src/strings/text';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';
import { WorkServer } from './work-server';

const taskSid = `WT${'1'.repeat(32)}`;
const conversationSid = `CH${'1'.repeat(32)}`;
const smsTask = {
  taskSid,
  taskChannelUniqueName: 'chat',
  attributes: {
    channelType: 'sms',
    conversationSid,
    customerAddress: '+48600100200',
    customerName: 'Zoë Maria Kowalska',
    customers: { email: 'zoe@example.com' },
  },
};
const task = {
  taskSid,
  conversationSid,
  channel: 'sms',
  address: '+48600100200',
  name: 'Zoë Maria Kowalska',
};

function withoutCase(selected: Parameters<typeof renderPanel>[1] = smsTask) {
  const server = new PanelServer();
  const work = new WorkServer(server);
  server.next({ kind: 'refused', code: 'case-not-found', message: 'None.' });
  return { server, work, ...renderPanel(server, selected, work) };
}
const add = async () => userEvent.click(await screen.findByRole('button', { name: 'Add New Case' }));
const field = (name: RegExp) => screen.getByRole('textbox', { name }) as HTMLInputElement;
const save = () => userEvent.click(screen.getByRole('button', { name: 'Open case' }));

describe('a new case', () => {
  it('is filled in from the current task, saved in one request, and shown as the task’s case', async () => {
    const { work, server } = withoutCase();
    await screen.findByText(text('panel.no-case.text'));
    await add();
    await waitFor(() => expect(document.activeElement).toBe(field(/What it is about/)));
    expect(field(/First name/).value).toBe('Zoë');
    expect(field(/Last name/).value).toBe('Maria Kowalska');
    expect(field(/Phone/).value).toBe('+48600100200');
    userEvent.type(field(/What it is about/), 'The parcel never came');
    userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'elevated');
    server.case = {
      ...server.case,
      links: [{ conversationSid, taskSid, channel: 'sms', linkedAt: server.case.createdAt }],
    };
    save();
    await screen.findByRole('heading', { name: 'Case #1042' });
    expect(work.requests.filter(({ name }) => name === 'createCase')).toEqual([
      {
        name: 'createCase',
        request: {
          caseId: expect.stringMatching(/^00000000/),
          noteId: expect.stringMatching(/^00000000/),
          task,
          fields: {
            subject: '',
            note: 'The parcel never came',
            status: 'elevated',
            tags: [],
            firstName: 'Zoë',
            lastName: 'Maria Kowalska',
            email: 'zoe@example.com',
            phone: '+48600100200',
          },
        },
      },
    ]);
    expect(server.requests.filter(({ name }) => name === 'getCase')).toHaveLength(2);
  });

  it('has nothing of the task once that is not used; what the agent wrote stays', async () => {
    const { work } = withoutCase();
    await add();
    userEvent.clear(field(/First name/));
    userEvent.type(field(/First name/), 'Ana');
    userEvent.click(screen.getByRole('checkbox', { name: 'Use Current Task' }));
    expect([field(/First name/).value, field(/Last name/).value, field(/E-mail/).value]).toEqual(['Ana', '', '']);
    save();
    await waitFor(() => expect(work.requests.at(-1)).toMatchObject({ name: 'createCase', request: { task: null } }));
    await screen.findByRole('button', { name: 'Back to the task’s case' });
  });

  it('can be opened without a task', async () => {
    const { work } = withoutCase({ attributes: {} });
    await add();
    expect(screen.queryByRole('checkbox')).toBeNull();
    save();
    await waitFor(() => expect(work.requests.at(-1)).toMatchObject({ name: 'createCase', request: { task: null } }));
  });

  it('says at the field what is wrong with it, keeps everything, and asks again with the same ids', async () => {
    const { work } = withoutCase();
    await add();
    work.next(
      { kind: 'refused', code: 'invalid-request', message: 'Write what it is about.', field: 'fields.note' },
      { kind: 'unreachable', message: 'No answer.' },
    );
    save();
    const frame = within(screen.getByRole('form', { name: 'New case' }));
    await frame.findByText('Write what it is about.');
    expect(field(/What it is about/).getAttribute('aria-invalid')).toBe('true');
    userEvent.type(field(/What it is about/), 'x');
    save();
    await frame.findByText(/It is not certain that this was saved/);
    save();
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    const ids = work.requests
      .filter(({ name }) => name === 'createCase')
      .map(({ request }) => (request as { caseId: string }).caseId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it('is left with Escape while nothing was written, and the focus is back on the button', async () => {
    withoutCase();
    await add();
    await waitFor(() => expect(document.activeElement).toBe(field(/What it is about/)));
    userEvent.keyboard('{esc}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add New Case'));
  });

  it('gives way to an open case of the same customer', async () => {
    const { work, server } = withoutCase();
    const { id, createdAt } = server.case;
    work.taskCases = [
      {
        id,
        number: 1042,
        subject: 'Lost parcel',
        status: 'open',
        source: 'other-channel',
        createdAt,
        playerName: 'Zoë',
      },
    ];
    const panel = renderPanel(server, { ...smsTask, taskSid: `WT${'2'.repeat(32)}` }, work);
    server.next({ kind: 'refused', code: 'case-not-found', message: 'None.' });
    userEvent.click((await screen.findAllByRole('button', { name: 'Continue in case #1042' }))[0] as HTMLElement);
    await waitFor(() => expect(work.requests.some(({ name }) => name === 'linkCase')).toBe(true));
    panel.unmount();
  });
});

describe('what a task tells of its customer', () => {
  it.each([
    [
      { taskSid, attributes: { channelType: 'discord', customerName: 'Poppy Fields', customerAddress: 'discord:1' } },
      { firstName: '', phone: '', task: { address: null, name: 'Poppy Fields' } },
    ],
    [
      { taskSid, attributes: { channelType: 'email', customerAddress: 'a@b.example', customerName: 'a@b.example' } },
      { firstName: '', email: 'a@b.example', phone: '' },
    ],
    [
      { taskSid, taskChannelUniqueName: 'voice', attributes: { from: '+48600100200', name: '+48600100200' } },
      { phone: '+48600100200', firstName: '', task: { channel: 'voice', conversationSid: null } },
    ],
    [
      { taskSid, attributes: { name: 'عمر 🎮' } },
      { firstName: 'عمر', lastName: '🎮', task: { channel: 'other' } },
    ],
    [
      { taskSid, attributes: 'nonsense' },
      { firstName: '', task: { name: null } },
    ],
  ])('%#', (given, expected) => {
    expect(prefillOf(given)).toMatchObject(expected);
  });

  it('is nothing without a task', () => {
    expect(prefillOf({ attributes: {} })).toBeUndefined();
    expect(prefillOf(null)).toBeUndefined();
  });
});
