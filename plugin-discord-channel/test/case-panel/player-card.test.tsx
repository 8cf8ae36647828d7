import { act, render, screen } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import { plainName } from '../../src/case-panel/plain-name';
import { PlayerCard, type PlayerCardProps } from '../../src/case-panel/player-card';

const conversationSid = `CH${'1'.repeat(32)}`;
const task = (more: object = {}, discord: object = {}): PlayerCardProps['task'] => ({
  status: 'accepted',
  dateCreated: new Date('2026-11-21T09:00:00Z'),
  dateUpdated: new Date('2026-11-21T09:02:00Z'),
  attributes: {
    channelType: 'discord',
    conversationSid,
    discord: {
      userId: '1',
      displayName: 'Wumpus',
      username: 'wumpus',
      guildName: 'Wumpus Quest',
      locale: 'pl',
      ...discord,
    },
  },
  ...more,
});

/** A store like Flex's, with one conversation. */
function createStore() {
  const listeners = new Set<() => void>();
  let messages: object[] = [];
  return {
    getState: () => ({ flex: { chat: { conversations: { [conversationSid]: { messages } } } } }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (authorName: string, body: string) => {
      messages = [...messages, { authorName, source: { body } }];
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

function show(shown: PlayerCardProps['task'], store = createStore()) {
  const view = render(
    <CustomizationProvider>
      <PlayerCard task={shown} store={store as PlayerCardProps['store']} />
    </CustomizationProvider>,
  );
  return { store, card: () => screen.queryByTestId('player-card')?.textContent ?? '', ...view };
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-21T09:03:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

test('names the player, the server and the language', () => {
  const { card } = show(task());
  for (const shown of ['Wumpus', '@wumpus', 'Wumpus Quest · Polish (pl)']) expect(card()).toContain(shown);
});

test('counts how long the agent has had the player, second by second', () => {
  const { card } = show(task());
  expect(card()).toContain('With you for1:00');
  act(() => void jest.advanceTimersByTime(5_000));
  expect(card()).toContain('With you for1:05');
});

test('counts how long the player of an offered task has waited', () => {
  const { card } = show(task({ status: 'pending' }));
  expect(card()).toContain('Waiting for3:00');
  expect(card()).not.toContain('With you');
});

test('shows the last message and follows the next', () => {
  const { store, card } = show(task());
  expect(card()).not.toContain('Last message');
  act(() => store.say('Wumpus', 'hello'));
  expect(card()).toContain('Last messageWumpus: hello');
  act(() => store.say('Kim', 'hi there'));
  expect(card()).toContain('Last messageKim: hi there');
});

test('stops listening when it is gone', () => {
  const { store, unmount } = show(task());
  expect(store.listeners.size).toBe(1);
  unmount();
  expect(store.listeners.size).toBe(0);
});

test('is not shown for a task of another channel', () => {
  const { card } = show(task({ attributes: { channelType: 'web', discord: { displayName: 'Wumpus' } } }));
  expect(card()).toBe('');
});

test('takes markup for words', () => {
  const { container } = show(task({}, { displayName: '<img src=x onerror=alert(1)>' }));
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});

test.each([
  ['a name that turns the line around', '\u202egro.live', 'gro.live'],
  ['a pile of marks', `h${'\u0301'.repeat(30)}i`, `h${'\u0301'.repeat(3)}i`],
  ['a name with line ends', 'a\n\nb', 'ab'],
  ['a name of nothing', '\u2066\u200f', '?'],
  ['Arabic with its marks', 'مُحَمَّد', 'مُحَمَّد'],
])('%s stays in its place', (_name, written, shown) => {
  expect(plainName(written)).toBe(shown);
});
