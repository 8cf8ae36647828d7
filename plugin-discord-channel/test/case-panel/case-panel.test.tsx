import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPanelClient } from '../../src/functions-api/panel-client';
import { text } from '../../src/strings/text';
import { sampleCase, sampleNote } from '../sample-case';
import { PanelServer } from './panel-server';
import { discordTask, renderPanel } from './render-panel';

const answer = (status: number, body: object) => ({ status, text: async () => JSON.stringify(body) }) as Response;
const findCase = () => screen.findByRole('heading', { name: 'Case #1042' });

describe('the case panel', () => {
  it('shows a case with its player and its notes, newest first', async () => {
    const notes = [
      sampleNote({ text: 'First\nline two' }),
      sampleNote({
        id: 'e2c4a6b8-0d1f-4a2b-8c3d-4e5f6a7b8c9d',
        text: 'Second',
        author: { kind: 'system', id: 'gateway', name: 'Gateway' },
      }),
    ];
    renderPanel(new PanelServer({ notes }));
    await findCase();
    userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
    const player = within(screen.getByRole('region', { name: 'Player' }));
    for (const fact of ['Wumpus', '@wumpus', '300000000000000001', 'Wumpus Quest', 'Polish (pl)']) {
      expect(player.getByText(fact)).toBeTruthy();
    }
    userEvent.click(screen.getByRole('tab', { name: 'Case' }));
    expect(screen.getByRole('button', { name: 'Open' }).getAttribute('aria-pressed')).toBe('true');
    const shown = screen.getAllByRole('listitem').map((note) => note.textContent);
    expect(shown[0]).toContain('Gateway · Automatic');
    expect(shown[1]).toContain('First\nline two');
  });

  it('asks by the task’s conversation, else by the case that it names, else by the task itself', async () => {
    const server = new PanelServer();
    const panel = renderPanel(server);
    await findCase();
    const conversationSid = `CH${'0'.repeat(32)}`;
    panel.select({ attributes: { conversationSid } });
    await waitFor(() => expect(server.requests).toHaveLength(2));
    const taskSid = `WT${'0'.repeat(32)}`;
    panel.select({ ...discordTask, taskSid, attributes: { ...(discordTask.attributes as object), conversationSid } });
    await waitFor(() => expect(server.requests).toHaveLength(3));
    panel.select({ taskSid, attributes: null });
    await waitFor(() => expect(server.requests).toHaveLength(4));
    expect(server.requests.map(({ request }) => request)).toEqual([
      { caseId: server.case.id },
      { conversationSid },
      { conversationSid, taskSid },
      { taskSid },
    ]);
    await findCase();
  });

  it('shows an outline while the case is on its way', async () => {
    const server = new PanelServer();
    server.hold();
    renderPanel(server);
    expect(screen.getByRole('status').textContent).toBe(text('panel.loading'));
    server.release();
    await findCase();
  });

  it('says what to do when no task is selected', async () => {
    const server = new PanelServer();
    await act(async () => renderPanel(server, undefined).select(undefined));
    expect(server.requests.every(({ name }) => name === 'getCase')).toBe(true);
    expect(screen.getByText(text('panel.no-task.text'))).toBeTruthy();
  });

  it('explains a task without a case, and asks nobody when it can have none', async () => {
    const server = new PanelServer();
    const panel = renderPanel(server, { attributes: { channelType: 'sms', conversationSid: 'nonsense' } });
    expect(screen.getByText(text('panel.no-case.text'))).toBeTruthy();
    expect(server.requests).toHaveLength(0);
    server.next({ kind: 'refused', code: 'case-not-found', message: 'None.' });
    panel.select({ attributes: { conversationSid: `CH${'1'.repeat(32)}` } });
    await waitFor(() => expect(server.requests).toHaveLength(1));
    await screen.findByText(text('panel.no-case.text'));
  });

  it('tells in plain words why a case could not be loaded, and tries again', async () => {
    const server = new PanelServer();
    server.next({ kind: 'refused', code: 'forbidden', message: 'Your role may not see cases.' });
    renderPanel(server);
    expect((await screen.findByRole('alert')).textContent).toContain('Your role may not see cases.');
    userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await findCase();
  });

  it('says to log in again when the session is over, and shows the case once the agent has', async () => {
    const tokens = ['expired', 'renewed'];
    const sent: (string | null)[] = [];
    const client = createPanelClient({
      readConnection: () => ({ functionsUrl: 'https://functions.example.com', token: tokens.shift() ?? '' }),
      wait: async () => undefined,
      fetch: async (_url, init) => {
        const token = new URLSearchParams(String(init?.body)).get('Token');
        sent.push(token);
        const message = 'Your Flex session is not valid any more. Log in again.';
        return token === 'renewed'
          ? answer(200, { case: sampleCase() })
          : answer(401, { error: { code: 'invalid-token', message } });
      },
    });
    renderPanel(client);
    expect((await screen.findByRole('alert')).textContent).toContain('Log in again.');
    userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await findCase();
    expect(sent).toEqual(['expired', 'renewed']);
  });

  it('names the setting when the Functions are not configured', async () => {
    const server = new PanelServer();
    server.next({ kind: 'not-configured', message: text('connection.not-configured') });
    renderPanel(server);
    await screen.findByText(/ui_attributes\.discord_channel\.functions_url/);
  });

  it('tells screen readers that there is no case', async () => {
    const server = new PanelServer();
    server.next({ kind: 'refused', code: 'case-not-found', message: 'No case.' });
    renderPanel(server);
    expect((await screen.findByText(text('panel.no-case.heading'))).closest('[role="status"]')).toBeTruthy();
  });

  it('never shows the answer for one task in another', async () => {
    const server = new PanelServer();
    server.hold();
    const panel = renderPanel(server);
    panel.select({ attributes: {} });
    server.release();
    await screen.findByText(text('panel.no-case.text'));
    expect(screen.queryByText('Case #1042')).toBeNull();
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror="alert(1)"> {{task}} **bold**';
    renderPanel(new PanelServer({ subject: hostile, notes: [sampleNote({ text: hostile })] }));
    await findCase();
    expect(screen.getAllByText(hostile)).toHaveLength(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('says so when a case has no Discord player', async () => {
    const server = new PanelServer();
    server.case = { ...server.case, contact: { ...server.case.contact, discord: null } };
    renderPanel(server, discordTask);
    await screen.findByText(text('player.absent'));
  });
});
