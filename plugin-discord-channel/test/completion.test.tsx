import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { CompletionDialog } from '../src/completion/completion-dialog';
import type { OpenQuestion } from '../src/completion/completion-question';
import { createCompletionQuestion } from '../src/completion/completion-question';
import { PanelServer } from './case-panel/panel-server';

const task = { attributes: { conversationSid: `CH${'0'.repeat(32)}` } };

/** A task is being completed; the question, if one is asked, is on the screen. */
function complete(server: PanelServer, completed: object = task) {
  const question = createCompletionQuestion({ client: server });
  const Place = () => {
    const [open, setOpen] = React.useState<OpenQuestion>();
    React.useEffect(() => question.listen(setOpen), []);
    return open ? <CompletionDialog client={server} question={open} /> : null;
  };
  render(
    <CustomizationProvider>
      <Place />
    </CustomizationProvider>,
  );
  const completion = { isDone: false };
  question.ask(completed).then(() => {
    completion.isDone = true;
  });
  return completion;
}
const asked = () => screen.findByRole('heading', { name: 'Case #1042: how does it stand?' });
const changes = (server: PanelServer) =>
  server.requests.filter(({ name }) => name === 'changeCaseStatus').map(({ request }) => request);

describe('the question on completion', () => {
  it('saves the status with its resolution in one request, then lets the task go', async () => {
    const server = new PanelServer();
    const completion = complete(server);
    await asked();
    expect(completion.isDone).toBe(false);
    userEvent.type(screen.getByRole('textbox', { name: 'Reason or resolution' }), 'Sent a link');
    userEvent.click(screen.getByRole('button', { name: 'Closed' }));
    await waitFor(() => expect(completion.isDone).toBe(true));
    expect(changes(server)).toEqual([{ caseId: server.case.id, status: 'closed', version: 1, reason: 'Sent a link' }]);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('asks nothing of the server when the status stays', async () => {
    const server = new PanelServer();
    const completion = complete(server);
    await asked();
    userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(completion.isDone).toBe(true));
    expect(changes(server)).toEqual([]);
  });

  it('goes by the newest version when somebody changed the case meanwhile', async () => {
    const server = new PanelServer();
    const completion = complete(server);
    await asked();
    server.change({ category: 'Billing' });
    userEvent.click(screen.getByRole('button', { name: 'Elevated' }));
    await waitFor(() => expect(completion.isDone).toBe(true));
    expect(server.case).toMatchObject({ status: 'elevated', category: 'Billing' });
  });

  it('says what went wrong and can be left without a change', async () => {
    const server = new PanelServer();
    const completion = complete(server);
    await asked();
    server.next({ kind: 'unreachable', message: 'No answer.' });
    userEvent.click(screen.getByRole('button', { name: 'Closed' }));
    await screen.findByText(/The status was not saved\. No answer\./);
    expect(completion.isDone).toBe(false);
    userEvent.click(screen.getByRole('button', { name: 'Complete without a change' }));
    await waitFor(() => expect(completion.isDone).toBe(true));
  });

  it('says at the field what is wrong with the reason', async () => {
    const server = new PanelServer();
    complete(server);
    await asked();
    server.next({
      kind: 'refused',
      code: 'invalid-request',
      message: 'A reason holds at most 1000 characters.',
      field: 'reason',
    });
    userEvent.click(screen.getByRole('button', { name: 'Closed' }));
    await screen.findByText('A reason holds at most 1000 characters.');
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('is skipped with Escape', async () => {
    const completion = complete(new PanelServer());
    await asked();
    userEvent.keyboard('{esc}');
    await waitFor(() => expect(completion.isDone).toBe(true));
  });

  it.each([
    [
      'there is no case',
      (server: PanelServer) => server.next({ kind: 'refused', code: 'case-not-found', message: '' }),
    ],
    ['the Functions are down', (server: PanelServer) => server.next({ kind: 'unreachable', message: 'No answer.' })],
    ['the case is closed already', (server: PanelServer) => server.change({ status: 'closed' })],
    ['the Functions do not answer', (server: PanelServer) => server.hold()],
  ])('holds nothing up when %s', async (_why, prepare) => {
    const server = new PanelServer();
    prepare(server);
    const completion = complete(server);
    setTimeout(() => server.release(), 2_600);
    await waitFor(() => expect(completion.isDone).toBe(true), { timeout: 4_000 });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('holds nothing up for what is no task of ours', async () => {
    const completion = complete(new PanelServer(), { attributes: 'nonsense' });
    await waitFor(() => expect(completion.isDone).toBe(true));
  });
});
