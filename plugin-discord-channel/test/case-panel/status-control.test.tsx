import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sampleNote } from '../sample-case';
import { PanelServer } from './panel-server';
import { renderPanel } from './render-panel';

const button = (name: string) => screen.getByRole('button', { name });
const pressed = () => screen.getAllByRole('button', { pressed: true }).map((each) => each.textContent);

async function renderLoaded(server: PanelServer) {
  renderPanel(server);
  await screen.findByRole('heading', { name: 'Case #1042' });
}

describe('changing the status', () => {
  it('shows the new status at once, then that it is saved', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.hold();
    userEvent.click(button('Elevated'));
    expect(pressed()).toEqual(['Elevated']);
    expect(server.case.status).toBe('open');
    await screen.findByText('Saving the status…');
    server.release();
    await screen.findByText('Status saved.');
    expect(server.case.status).toBe('elevated');
  });

  it('works from the keyboard, saves only what was chosen and keeps the focus', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    button('Open').focus();
    userEvent.tab();
    userEvent.tab();
    expect(document.activeElement).toBe(button('Closed'));
    userEvent.keyboard('{enter}');
    await screen.findByText('Status saved.');
    expect(server.requests.filter(({ name }) => name === 'changeCaseStatus')).toHaveLength(1);
    expect(document.activeElement).toBe(button('Closed'));
  });

  it('takes the change back and says why when the server refuses', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.next({ kind: 'refused', code: 'forbidden', message: 'Your role may not close cases.' });
    userEvent.click(button('Closed'));
    await screen.findByText(/was not saved and is Open again\. Your role may not close cases\./);
    expect(pressed()).toEqual(['Open']);
  });

  it('tells what somebody else changed meanwhile and lets the agent decide anew', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.change({ status: 'elevated', notes: [sampleNote()] });
    userEvent.click(button('Closed'));
    await screen.findByText(/The status is now Elevated\. One note was added\./);
    expect(pressed()).toEqual(['Elevated']);
    userEvent.click(button('Closed'));
    await screen.findByText('Status saved.');
    expect(server.case.status).toBe('closed');
  });

  it('counts as saved when somebody else chose the same', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.change({ status: 'closed' });
    userEvent.click(button('Closed'));
    await screen.findByText('Status saved.');
  });

  it('looks at the case when an answer was lost, and finds the change made', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.next('lost answer');
    userEvent.click(button('Closed'));
    await screen.findByText('Status saved.');
    expect(server.requests.at(-1)?.name).toBe('getCase');
  });

  it('admits not to know when even looking fails', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.next('lost answer', { kind: 'unreachable', message: 'No answer.' });
    userEvent.click(button('Closed'));
    await screen.findByText('It is not known whether the status was saved. No answer.');
  });

  it('makes hasty changes one after the other; the last one wins', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    userEvent.click(button('Closed'));
    userEvent.click(button('Elevated'));
    await screen.findByText('Status saved.');
    await waitFor(() => expect(server.case.status).toBe('elevated'));
    expect(pressed()).toEqual(['Elevated']);
    expect(screen.queryByText(/Somebody else/)).toBeNull();
  });
});
