import { caseLimits } from '@discord-channel/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { noteLimit } from '../../src/case-panel/use-note-form';
import { text } from '../../src/strings/text';
import { PanelServer } from './panel-server';
import { discordTask, renderPanel } from './render-panel';

const field = () => screen.getByLabelText('Add a note') as HTMLTextAreaElement;
const write = (note: string) => fireEvent.change(field(), { target: { value: note } });
const add = () => userEvent.click(screen.getByRole('button', { name: 'Add note' }));

async function renderLoaded(server: PanelServer) {
  const panel = renderPanel(server);
  await screen.findByRole('heading', { name: 'Case #1042' });
  return panel;
}

describe('adding a note', () => {
  it('adds it, shows it and empties the field', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    write('  Sent the reset link.  ');
    add();
    await screen.findByText('Note added.');
    expect(server.case.notes.map((note) => note.text)).toEqual(['Sent the reset link.']);
    expect(screen.getByText('Sent the reset link.')).toBeTruthy();
    expect(field().value).toBe('');
  });

  it.each([['ctrlKey'], ['metaKey']])('adds it with Enter and %s, and keeps the focus', async (modifier) => {
    const server = new PanelServer();
    await renderLoaded(server);
    field().focus();
    write('By keyboard');
    fireEvent.keyDown(field(), { key: 'Enter', [modifier]: true });
    await screen.findByText('Note added.');
    expect(document.activeElement).toBe(field());
  });

  it('leaves Enter alone to begin a new line', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    write('Line');
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true);
    expect(server.requests.map(({ name }) => name)).toEqual(['getCase']);
  });

  it('keeps the text after a failure, and the same text tried again is the same note', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.next('lost answer');
    write('Only once');
    add();
    await screen.findByText(/not certain that the note was added/);
    expect(field().value).toBe('Only once');
    add();
    await screen.findByText('Note added.');
    expect(server.case.notes).toHaveLength(1);
  });

  it('makes another note of the same words written anew', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    for (const count of [1, 2]) {
      write('Called, no answer');
      add();
      await waitFor(() => expect(server.case.notes).toHaveLength(count));
      await screen.findByText('Note added.');
    }
  });

  it('adds one note however often the button is pressed meanwhile', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    server.hold();
    write('Pressed twice');
    add();
    userEvent.click(await screen.findByRole('button', { name: 'Adding…' }));
    server.release();
    await screen.findByText('Note added.');
    expect(server.requests.filter(({ name }) => name === 'addCaseNote')).toHaveLength(1);
  });

  it('counts the characters and refuses too many, by the limit of the contract', async () => {
    expect(noteLimit).toBe(caseLimits.note);
    const server = new PanelServer();
    await renderLoaded(server);
    write('x'.repeat(5_003));
    expect(screen.getByText('5,003 of 5,000 characters')).toBeTruthy();
    add();
    await screen.findByText(/Shorten it by 3\./);
    expect(server.requests.map(({ name }) => name)).toEqual(['getCase']);
  });

  it('asks for words when there are none', async () => {
    await renderLoaded(new PanelServer());
    write('   ');
    add();
    await screen.findByText(text('note.empty'));
  });

  it('keeps an unfinished note while the agent looks at another task', async () => {
    const panel = await renderLoaded(new PanelServer());
    write('Half a sent');
    panel.select({ attributes: {} });
    await screen.findByText(text('panel.no-case.text'));
    panel.select(discordTask);
    await screen.findByRole('heading', { name: 'Case #1042' });
    expect(field().value).toBe('Half a sent');
  });

  it('does not collide with a change of status on its way', async () => {
    const server = new PanelServer();
    await renderLoaded(server);
    write('While it is saved');
    add();
    userEvent.click(screen.getByRole('button', { name: 'Elevated' }));
    await screen.findByText('Note added.');
    await screen.findByText('Status saved.');
    expect(server.case).toMatchObject({ status: 'elevated', version: 3 });
  });
});
