import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SettingsServer } from '../cases-view/settings-server';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';

const field = (name: string | RegExp) => screen.getByLabelText(name) as HTMLInputElement;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function renderEditing(server: PanelServer) {
  renderPanel(server);
  await screen.findByRole('heading', { name: 'Case #1042' });
  press('Edit case');
}

function write(name: string | RegExp, words: string) {
  userEvent.clear(field(name));
  userEvent.type(field(name), words);
}

const edits = (server: PanelServer) => server.requests.filter(({ name }) => name === 'editCase');

describe('editing a case', () => {
  it('begins in the subject, saves only what was changed, and gives the focus back', async () => {
    const server = new PanelServer({ category: 'Account' });
    await renderEditing(server);
    await waitFor(() => expect(document.activeElement).toBe(field(/Subject/)));
    write(/Subject/, 'The password is lost');
    userEvent.selectOptions(field('Priority'), 'urgent');
    userEvent.type(field('Tags'), 'vip{enter}');
    press('Save');
    await screen.findByText('Urgent');
    screen.getByText('vip');
    expect(edits(server).map(({ request }) => request)).toEqual([
      {
        caseId: server.case.id,
        version: 1,
        changes: { subject: 'The password is lost', priority: 'urgent', tags: ['vip'] },
      },
    ]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Edit case'));
  });

  it('offers the team’s tags that the case does not have yet, and takes others all the same', async () => {
    const server = new PanelServer({ tags: ['vip'] });
    const tags = [
      { name: 'lag', cases: 0, offered: true },
      { name: 'old', cases: 7, offered: false },
      { name: 'vip', cases: 1, offered: true },
    ];
    renderPanel(server, undefined, undefined, undefined, { settings: new SettingsServer([], tags) });
    await screen.findByRole('heading', { name: 'Case #1042' });
    press('Edit case');
    const offered = () => [...(field('Tags').list?.options ?? [])].map(({ value }) => value);
    await waitFor(() => expect(offered()).toEqual(['lag']));
    userEvent.type(field('Tags'), 'lag{enter}');
    expect(offered()).toEqual([]);
    userEvent.type(field('Tags'), 'of my own{enter}');
    press('Save');
    await waitFor(() => expect(server.case.tags).toEqual(['vip', 'lag', 'of my own']));
  });

  it('gives the case to a colleague, to nobody, and to who takes it', async () => {
    const server = new PanelServer();
    await renderEditing(server);
    await screen.findByRole('option', { name: 'Noor' });
    userEvent.selectOptions(field('Owner'), 'noor');
    press('Save');
    await waitFor(() => expect(server.case.owner).toEqual({ id: 'noor', name: 'Noor' }));
    await screen.findByRole('button', { name: 'Edit case' });
    press('Take it');
    await screen.findByText('The case is yours.');
    expect(server.case.owner).toEqual({ id: 'kim', name: 'Kim' });
  });

  it('says at the field what is wrong, and keeps everything that was typed', async () => {
    const server = new PanelServer();
    await renderEditing(server);
    server.next({ kind: 'refused', code: 'invalid-request', field: 'changes.tags.0', message: 'A tag is too long.' });
    userEvent.type(field('Tags'), 'far too long{enter}');
    press('Save');
    await screen.findByText('A tag is too long.');
    screen.getByText('Nothing was saved. One field needs your attention.');
    screen.getByText('far too long');
    expect(server.case.tags).toEqual([]);
  });

  it('merges with what somebody else changed, and replaces theirs only when told again', async () => {
    const server = new PanelServer();
    await renderEditing(server);
    server.change({ subject: 'Theirs', priority: 'high' });
    write(/Subject/, 'Mine');
    press('Save');
    await screen.findByText(/Subject is now “Theirs”\. Priority is now “High”\./);
    expect(server.case.subject).toBe('Theirs');
    expect(field('Priority').value).toBe('high');
    expect(field(/Subject/).value).toBe('Mine');
    screen.getByText('Somebody else put “Theirs” here. Saving replaces it with yours.');
    press('Save');
    await waitFor(() => expect(server.case).toMatchObject({ subject: 'Mine', priority: 'high' }));
    expect(edits(server).at(-1)?.request).toMatchObject({ version: 2, changes: { subject: 'Mine' } });
  });

  it('goes on over the agent’s own change of the status', async () => {
    const server = new PanelServer();
    await renderEditing(server);
    write('Category', 'Billing');
    press('Elevated');
    await screen.findByText('Status saved.');
    press('Save');
    await waitFor(() => expect(server.case).toMatchObject({ category: 'Billing', status: 'elevated' }));
    expect(edits(server)).toHaveLength(1);
  });

  it('leaves with Escape when nothing was typed, and not when something would be lost', async () => {
    await renderEditing(new PanelServer());
    write('Category', 'Billing');
    userEvent.keyboard('{esc}');
    expect(field('Category').value).toBe('Billing');
    userEvent.clear(field('Category'));
    userEvent.keyboard('{esc}');
    await screen.findByRole('button', { name: 'Edit case' });
  });

  it('admits not to know when the answer was lost', async () => {
    const server = new PanelServer();
    await renderEditing(server);
    server.next('lost answer');
    write('Category', 'Billing');
    press('Save');
    await screen.findByText(/It is not certain that this was saved\./);
    expect(field('Category').value).toBe('Billing');
  });
});

describe('the reason of a status', () => {
  it('is asked for once the case is elevated, and kept', async () => {
    const server = new PanelServer();
    renderPanel(server);
    await screen.findByRole('heading', { name: 'Case #1042' });
    expect(screen.queryByRole('button', { name: 'Say why it is elevated' })).toBeNull();
    press('Elevated');
    await screen.findByText('Status saved.');
    // At once, and without taking the focus from what the agent is doing.
    expect(document.activeElement?.textContent).toBe('Elevated');
    userEvent.type(field('Reason for elevating'), 'A streamer');
    press('Save reason');
    await within(await screen.findByRole('region', { name: 'Reason for elevating' })).findByText(/A streamer/);
    expect(server.case.elevationReason).toBe('A streamer');
  });

  it('is the resolution of a closed case', async () => {
    const server = new PanelServer({ status: 'closed', resolution: 'Sent a link' });
    renderPanel(server);
    await screen.findByText('Resolution: Sent a link');
    press('Edit the resolution');
    expect(field('Resolution').value).toBe('Sent a link');
  });
});
