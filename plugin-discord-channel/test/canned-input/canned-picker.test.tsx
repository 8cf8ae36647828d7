import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { createCannedMemory } from '../../src/canned-input/canned-memory';
import { CannedPicker } from '../../src/canned-input/canned-picker';
import { CannedServer, sampleResponse } from '../knowledge-view/canned-server';

const responses = [
  sampleResponse(),
  sampleResponse({ id: 'two', shortcut: 'restart', label: null, text: 'Restart\nthe game.' }),
];

/** The picker beside a text field that sends at Enter, as Flex UI's message input does. */
function renderInput(server = new CannedServer(responses)) {
  const sent: string[] = [];
  let now = 0;
  const memory = createCannedMemory(server, () => now);
  const Input: React.FC = () => {
    const [value, setValue] = React.useState('');
    return (
      <CustomizationProvider>
        <div>
          <CannedPicker
            memory={memory}
            guildOf={() => null}
            setText={(conversationSid, text, cursor) => {
              setValue(text);
              positions.push([conversationSid, cursor]);
            }}
            conversationSid="CH1"
          />
          <textarea
            value={value}
            onChange={(event) => setValue(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && sent.push(value)}
          />
        </div>
      </CustomizationProvider>
    );
  };
  const positions: Array<[string, number]> = [];
  render(<Input />);
  return { server, sent, positions, wait: (milliseconds: number) => (now += milliseconds) };
}
const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
async function write(value: string, cursor = value.length) {
  fireEvent.change(field(), { target: { value } });
  field().setSelectionRange(cursor, cursor);
  await act(async () => void fireEvent.input(field()));
}
const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more });
const listed = () => screen.queryAllByRole('option').map((option) => option.textContent);

describe('a slash in the message input', () => {
  it('lists what fits while typing, and tells screen readers', async () => {
    renderInput();
    await write('/');
    await waitFor(() => expect(listed()).toHaveLength(2));
    screen.getByText(/^2 canned responses/);
    // Right above the field: 768 is jsdom's window, whose elements have no size.
    expect(screen.getByRole('listbox').style).toMatchObject({ left: '0px', bottom: '768px' });
    await write('Hi /rest');
    expect(listed()).toHaveLength(1);
    const [option] = screen.getAllByRole('option');
    expect(field().getAttribute('role')).toBe('combobox');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    expect(field().getAttribute('aria-activedescendant')).toBe(option?.id);
    await write('Hi /rest x');
    expect(screen.queryByRole('listbox')).toBeNull();
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-activedescendant']) {
      expect(field().hasAttribute(name)).toBe(false);
    }
  });

  it.each(['Enter', 'Tab'])('puts the text in place of the word with %s, and sends nothing', async (key) => {
    const { sent, positions } = renderInput();
    await write('Hi /r, bye', 5);
    await waitFor(() => expect(listed()).toHaveLength(2));
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowUp');
    press(key);
    expect(field().value).toBe('Hi Restart\nthe game., bye');
    expect(positions).toEqual([['CH1', 'Hi Restart\nthe game.'.length]]);
    expect(sent).toEqual([]);
    expect(listed()).toEqual([]);
  });

  it('closes with Escape until another word begins', async () => {
    renderInput();
    await write('/r');
    await waitFor(() => expect(listed()).toHaveLength(2));
    press('Escape');
    expect(listed()).toEqual([]);
    await write('/re');
    expect(listed()).toEqual([]);
    await write('/re /r');
    expect(listed()).toHaveLength(2);
  });

  it('that fits nothing is sent as it was written', async () => {
    const { sent } = renderInput();
    await write('/nothing');
    press('Enter');
    expect(sent).toEqual(['/nothing']);
  });

  it('leaves the keys alone while an input method composes and for a new line', async () => {
    renderInput();
    await write('/r');
    await waitFor(() => expect(listed()).toHaveLength(2));
    press('Enter', { isComposing: true });
    press('Enter', { shiftKey: true });
    expect(field().value).toBe('/r');
  });

  it('takes what is clicked', async () => {
    renderInput();
    await write('/rest');
    await waitFor(() => expect(listed()).toHaveLength(1));
    fireEvent.mouseDown(screen.getByRole('option'));
    expect(field().value).toBe('Restart\nthe game.');
  });

  it('asks for the responses once in a while, and keeps them when that fails', async () => {
    const { server, wait } = renderInput();
    await write('/');
    await write('/r');
    await waitFor(() => expect(listed()).toHaveLength(2));
    expect(server.looks).toBe(1);
    server.responses = [sampleResponse({ shortcut: 'red' })];
    server.refusals.push({ kind: 'unreachable', message: 'No answer.' });
    wait(31_000);
    await write('/re');
    expect(listed()).toHaveLength(2);
    await write('/red');
    await write('/re');
    await waitFor(() => expect(listed()).toHaveLength(1));
    expect(server.looks).toBe(3);
  });
});
