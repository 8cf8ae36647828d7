import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FeedDouble } from '../live/feed-double';
import { PanelServer } from './panel-server';
import { discordTask, renderPanel } from './render-panel';

async function openPanel(roles: readonly string[] = ['supervisor']) {
  const server = new PanelServer();
  const feed = new FeedDouble();
  const me = () => ({ identity: 'sam', roles });
  renderPanel(server, discordTask, undefined, feed, { me });
  await screen.findByRole('heading', { level: 2, name: 'Case #1042' });
  return { server, feed };
}

async function ask() {
  userEvent.click(screen.getByRole('button', { name: 'Delete case' }));
  return within(await screen.findByRole('alertdialog', { name: /Delete case #1042\?/ }));
}

const deletions = (server: PanelServer) => server.requests.filter(({ name }) => name === 'deleteCase');

describe('deleting a case', () => {
  it('is nothing that an agent sees', async () => {
    await openPanel(['agent']);
    expect(screen.queryByRole('button', { name: 'Delete case' })).toBeNull();
  });

  it('says what goes and what stays before anything is done', async () => {
    const { server } = await openPanel(['admin']);
    const dialog = await ask();
    dialog.getByText(/notes, history, fields and links are gone for good.*The contact and the conversations.*stay/);
    userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete case' })));
    expect(deletions(server)).toEqual([]);
  });

  it('says in its place that it was deleted, and offers a new one', async () => {
    const { server } = await openPanel();
    userEvent.click((await ask()).getByRole('button', { name: 'Delete' }));
    await screen.findByRole('heading', { name: 'This case was deleted' });
    screen.getByText('You deleted case #1042, with its notes and its history.');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    // Whoever works with the keyboard or listens is taken to it.
    await waitFor(() => expect(document.activeElement?.textContent).toContain('This case was deleted'));
    screen.getByRole('button', { name: 'Add New Case' });
    expect(deletions(server)).toEqual([
      { name: 'deleteCase', request: { caseId: server.case.id, version: 1, notes: 0 } },
    ]);
  });

  it('does nothing when somebody was faster: it says so, and shows what changed', async () => {
    const { server } = await openPanel();
    server.change({ subject: 'The shield too' });
    const dialog = await ask();
    userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await dialog.findByText('It was not deleted. Changed meanwhile.');
    expect(screen.getAllByText('The shield too').length).toBeGreaterThan(0);
    userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await screen.findByRole('heading', { name: 'This case was deleted' });
    expect(deletions(server).map(({ request }) => request)).toMatchObject([{ version: 1 }, { version: 2 }]);
  });
});

describe('a case that somebody else deletes', () => {
  it('gives way to the news at once, and nothing shows it again', async () => {
    const { server, feed } = await openPanel(['agent']);
    server.hold();
    await act(async () => feed.tell({ caseId: server.case.id }));
    server.deletedBy = 'sam@example.com';
    await act(async () => server.release());
    await screen.findByText('sam@example.com deleted case #1042.');
    screen.getByText(/The conversation goes on/);
    expect(screen.queryByRole('heading', { name: 'Case #1042' })).toBeNull();
  });

  it('is told to whoever wants to change it', async () => {
    const { server } = await openPanel(['agent']);
    server.deletedBy = 'sam@example.com';
    userEvent.click(screen.getByRole('button', { name: 'Elevated' }));
    await screen.findByText('sam@example.com deleted case #1042.');
  });

  it('is told to whoever opens its task later', async () => {
    const server = new PanelServer();
    server.deletedBy = 'sam@example.com';
    renderPanel(server);
    await screen.findByRole('heading', { name: 'This case was deleted' });
    screen.getByRole('button', { name: 'Add New Case' });
  });
});
