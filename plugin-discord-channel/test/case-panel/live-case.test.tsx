import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FeedDouble } from '../live/feed-double';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';

const otherCase = { caseId: '00000000-0000-4000-8000-00000000ffff' };

async function openPanel() {
  const server = new PanelServer();
  const feed = new FeedDouble();
  renderPanel(server, undefined, undefined, feed);
  await screen.findByRole('heading', { level: 2 });
  const looks = () => server.requests.filter(({ name }) => name === 'getCase').length;
  const tell = (caseId = server.case.id) => act(async () => feed.tell({ caseId }));
  return { server, feed, looks, tell };
}

describe('a case that somebody else changes', () => {
  it('is shown as it is now, without a word of loading', async () => {
    const { server, tell } = await openPanel();
    server.change({ subject: 'Changed by somebody' });
    await tell();
    await screen.findByText('Changed by somebody');
  });

  it('is looked at once for news that come together, and not for another case', async () => {
    const { feed, looks, server } = await openPanel();
    expect(looks()).toBe(1);
    await act(async () => {
      feed.tell(otherCase);
      for (let told = 0; told < 5; told += 1) feed.tell({ caseId: server.case.id });
    });
    await waitFor(() => expect(looks()).toBe(2));
    await act(async () => feed.tell('any'));
    expect(looks()).toBe(3);
  });

  it('stays as it was when it cannot be looked at', async () => {
    const { server, tell } = await openPanel();
    server.next({ kind: 'unreachable', message: 'No answer.' });
    await tell();
    screen.getByRole('heading', { level: 2 });
  });

  it('leaves what an agent is writing as it is, and says what changed', async () => {
    const { server, tell } = await openPanel();
    userEvent.click(screen.getByRole('button', { name: 'Edit case' }));
    const subject = screen.getByRole('textbox', { name: /Subject/ });
    userEvent.clear(subject);
    userEvent.type(subject, 'Mine');
    server.change({ subject: 'Theirs', category: 'Billing' });
    await tell();
    await screen.findByText(
      /Somebody else changed this case meanwhile\. Subject is now “Theirs”\. Category is now “Billing”\./,
    );
    expect((subject as HTMLInputElement).value).toBe('Mine');
    screen.getByText('Somebody else put “Theirs” here. Saving replaces it with yours.');
    userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.case).toMatchObject({ subject: 'Mine', category: 'Billing' }));
  });

  it('does not take away a reason that is being written when its status changes', async () => {
    const { server, tell } = await openPanel();
    server.change({ status: 'elevated' });
    await tell();
    userEvent.click(await screen.findByRole('button', { name: 'Say why it is elevated' }));
    const reason = screen.getByRole('textbox', { name: /Reason for elevating/ });
    userEvent.type(reason, 'A streamer');
    server.change({ status: 'open' });
    await tell();
    await screen.findByText(/Status is now Open|status is now Open/i);
    expect((reason as HTMLTextAreaElement).value).toBe('A streamer');
  });
});
