import type { CaseTimelineEntry } from '@discord-channel/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';

const entry = (id: number, event: string, details: CaseTimelineEntry['details'] = {}): CaseTimelineEntry => ({
  id,
  event,
  details,
  actor: { kind: 'agent', id: 'kim', name: 'Kim' },
  at: '2026-11-21T10:00:00.000Z',
});
const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function renderTab(server: PanelServer, name: 'History' | 'Contact') {
  renderPanel(server);
  await screen.findByRole('heading', { name: 'Case #1042' });
  await act(async () => userEvent.click(screen.getByRole('tab', { name })));
}

describe('the history of a case', () => {
  it('tells what happened, who did it and what stood there before, newest first', async () => {
    const server = new PanelServer();
    server.timeline = [
      entry(3, 'case-edited', {
        edits: [
          { field: 'priority', from: 'normal', to: 'urgent' },
          { field: 'tags', from: ['vip'], to: [] },
          { field: 'owner', from: null, to: { id: 'noor', name: 'Noor' } },
        ],
      }),
      entry(2, 'status-changed', { from: 'open', to: 'elevated' }),
    ];
    await renderTab(server, 'History');
    const shown = within(await screen.findByRole('region', { name: 'What happened' }));
    const items = shown.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items[0]).toMatch(/Priority: “Normal” → “Urgent”Tags: “vip” was taken awayOwner: “Noor”Kim · /);
    expect(items[1]).toMatch(/Status: Open → Elevated/);
  });

  it.each([
    ['an event of a later release', entry(1, 'moved-to-mars'), 'moved-to-mars'],
    [
      'an edit of a field of a later release',
      entry(1, 'x', { edits: [{ field: 'mood', to: 'good' }] }),
      'mood: “good”',
    ],
    ['details that make no sense', entry(1, 'case-edited', { edits: [null, 7], from: {} }), 'case-edited'],
  ])('shows %s as it is', async (_name, happened, words) => {
    const server = new PanelServer();
    server.timeline = [happened];
    await renderTab(server, 'History');
    await screen.findByText(words);
  });

  it('adds what is older on demand', async () => {
    const server = new PanelServer();
    server.timeline = [entry(3, 'note-added'), entry(2, 'agent-joined'), entry(1, 'case-opened')];
    await renderTab(server, 'History');
    userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('The case was opened');
    screen.getByText('A note was added');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('shows the contact’s other cases', async () => {
    const server = new PanelServer();
    const { id, source, createdAt } = server.case;
    server.otherCases = [{ id, number: 1001, subject: 'Older', status: 'closed', source, createdAt, playerName: 'W' }];
    await renderTab(server, 'History');
    await screen.findByText('Case #1001: Older');
  });

  it('says why it could not be loaded, and loads it on demand', async () => {
    const server = new PanelServer();
    server.historyFailures.push({ kind: 'unreachable', message: 'No answer.' });
    await renderTab(server, 'History');
    within(await screen.findByRole('alert')).getByText('No answer.');
    press('Try again');
    await screen.findByText('There are none.');
  });
});

describe('the contact of a case', () => {
  it('is edited where it stands, only in what was changed', async () => {
    const server = new PanelServer();
    server.case.contact.lastName = 'Kowalski';
    await renderTab(server, 'Contact');
    press('Edit contact');
    userEvent.type(field('First name'), 'Zoë');
    userEvent.type(field('Labels'), 'streamer{enter}');
    press('Save');
    await screen.findByText('Zoë');
    screen.getByText('streamer');
    expect(server.requests.at(-1)?.request).toEqual({
      caseId: server.case.id,
      version: 1,
      changes: { firstName: 'Zoë', labels: ['streamer'] },
    });
  });

  it('says at the field what is wrong with it', async () => {
    const server = new PanelServer();
    await renderTab(server, 'Contact');
    press('Edit contact');
    userEvent.type(field('E-mail'), 'nobody');
    const message = 'Give an e-mail address.';
    server.next({ kind: 'refused', code: 'invalid-request', field: 'changes.email', message });
    press('Save');
    await screen.findByText(message);
    expect(field('E-mail').value).toBe('nobody');
  });

  it('merges with what somebody else changed', async () => {
    const server = new PanelServer();
    await renderTab(server, 'Contact');
    press('Edit contact');
    server.changeContact({ phone: '112', firstName: 'Theirs' });
    userEvent.type(field('First name'), 'Mine');
    press('Save');
    await screen.findByText('Somebody else put “Theirs” here. Saving replaces it with yours.');
    expect(field('Phone').value).toBe('112');
    press('Save');
    await waitFor(() => expect(server.case.contact).toMatchObject({ firstName: 'Mine', phone: '112' }));
  });
});
