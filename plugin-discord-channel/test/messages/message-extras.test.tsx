import { virtualAgentAuthor } from '@discord-channel/contracts';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
import type { ParticipantLike } from '../../src/messages/delivered-horizon';
import { MessageExtras } from '../../src/messages/message-extras';
import type { MessageLike } from '../../src/messages/read-message-extras';

const renderExtras = (source?: MessageLike) =>
  render(
    <CustomizationProvider>
      <MessageExtras message={source && { source }} />
    </CustomizationProvider>,
  );

describe('what our attributes add to a bubble', () => {
  it('lists the buttons that the player sees, as text and not as buttons', () => {
    const presentation = {
      text: 'Hi',
      buttons: [
        { id: 'a', label: 'Reset' },
        { id: 'b', label: 'Agent' },
      ],
    };
    renderExtras({ author: virtualAgentAuthor, attributes: { presentation } });
    expect(screen.getByRole('list', { name: 'The player can choose' }).textContent).toBe('ResetAgent');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('opens an article in a tab that knows nothing of Flex', () => {
    const presentation = {
      text: 'Article',
      article: { title: 'Reset', url: 'https://help.example/reset', category: 'Account', excerpt: 'Open.' },
    };
    renderExtras({ author: virtualAgentAuthor, attributes: { presentation } });
    const link = screen.getByRole('link', { name: /Reset/ });
    expect(link.getAttribute('href')).toBe('https://help.example/reset');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('shows a title without a link when the address is none', () => {
    const presentation = { text: 'Article', article: { title: 'Reset', url: 'javascript:alert(1)' } };
    renderExtras({ author: virtualAgentAuthor, attributes: { presentation } });
    expect(screen.getByText('Reset')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says on the bubble that it was not delivered, and why', () => {
    renderExtras({
      author: 'kim',
      attributes: { delivery: { state: 'failed', reason: 'DMs are closed.' } },
    });
    expect(screen.getByRole('note').textContent).toBe('Not delivered: DMs are closed.');
  });

  it('says that the player edited a message, or deleted it', () => {
    const by = { by: 'player', at: '2026-11-21T10:00:00.000Z' };
    renderExtras({ author: 'discord_300000000000000001', attributes: { origin: 'player', edited: by } });
    expect(screen.getByText('Edited by the player')).toBeTruthy();
    renderExtras({ author: 'discord_300000000000000001', attributes: { origin: 'player', edited: by, deleted: by } });
    expect(screen.getByText('The player deleted this message.')).toBeTruthy();
  });

  it('takes nobody else’s attributes for a change of the player', () => {
    const deleted = { by: 'player', at: '2026-11-21T10:00:00.000Z' };
    const { container } = renderExtras({ author: 'kim', attributes: { origin: 'player', deleted } });
    expect(container.querySelector('[data-testid="message-extras"]')).toBeNull();
  });

  const failure = { state: 'failed', reason: 'DMs are closed.' };

  it('sends a failed message again when the agent asks for it, by keyboard too', async () => {
    const updateAttributes = jest.fn(async () => undefined);
    renderExtras({ author: 'kim', attributes: { other: 1, delivery: failure }, updateAttributes });
    userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Resend');
    userEvent.keyboard('{enter}');
    await waitFor(() => expect(updateAttributes).toHaveBeenCalledTimes(1));
    expect(updateAttributes).toHaveBeenCalledWith({
      other: 1,
      delivery: { ...failure, resend: expect.stringMatching(/^\d+$/) },
    });
  });

  it('says so when the wish does not get through, and can be asked again', async () => {
    const updateAttributes = async () => Promise.reject(new Error('offline'));
    renderExtras({ author: 'kim', attributes: { delivery: failure }, updateAttributes });
    userEvent.click(screen.getByRole('button', { name: 'Resend' }));
    expect((await screen.findByText(/could not be sent again/)).textContent).toContain('Check your connection');
    expect(screen.getByRole('button', { name: 'Resend' })).toBeTruthy();
  });

  it('offers it no second time while it is being sent', () => {
    const attributes = { delivery: { ...failure, resend: '1' } };
    renderExtras({ author: 'kim', attributes, updateAttributes: async () => undefined });
    expect(screen.getByText('Sending it again…')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that the player has it after all', () => {
    renderExtras({ author: 'kim', attributes: { delivery: { state: 'delivered' } } });
    expect(screen.getByText('Delivered after all')).toBeTruthy();
  });

  it.each([
    ['a message of another channel', { author: 'customer', attributes: {} }],
    ['no message', undefined],
  ])('draws nothing for %s', (_name, source) => {
    const { container } = renderExtras(source);
    expect(container.querySelector('[data-testid="message-extras"]')).toBeNull();
  });

  const sentArticle = {
    origin: 'agent',
    presentation: { text: 'Suggested Article: Reset', article: { title: 'Reset', url: 'https://help.example/reset' } },
  };

  it('draws the article that an agent sent', () => {
    renderExtras({ author: 'kim_40example_2Ecom', attributes: sentArticle });
    expect(screen.getByTestId('sent-article').textContent).toContain('Suggested Article: Reset');
    expect(screen.getByRole('link', { name: /Reset/ }).getAttribute('href')).toBe('https://help.example/reset');
  });

  it.each(['discord_300000000000000001', virtualAgentAuthor, ''])('draws no such article of %j', (author) => {
    renderExtras({ author, attributes: sentArticle });
    expect(screen.queryByTestId('sent-article')).toBeNull();
  });
});

describe('the mark that a message was delivered', () => {
  function conversation(readIndex: number | null, identity = 'discord_300000000000000001') {
    const listeners: ((change: { participant: ParticipantLike }) => void)[] = [];
    return {
      getParticipants: async () => [
        { identity: 'kim', lastReadMessageIndex: 9 },
        { identity, lastReadMessageIndex: readIndex },
      ],
      on: (_event: 'participantUpdated', listener: (typeof listeners)[number]) => listeners.push(listener),
      tells: (participant: ParticipantLike) =>
        act(() => {
          for (const listen of listeners) listen({ participant });
        }),
      listeners,
    };
  }
  const mark = () => screen.queryByText('Delivered');

  it('comes to an agent’s bubble when Discord has taken the message, and not before', async () => {
    const talk = conversation(null);
    renderExtras({ author: 'kim', index: 4, conversation: talk });
    await act(async () => {});
    talk.tells({ identity: 'discord_300000000000000001', lastReadMessageIndex: 3 });
    talk.tells({ identity: 'supervisor', lastReadMessageIndex: 8 });
    expect(mark()).toBeNull();
    talk.tells({ identity: 'discord_300000000000000001', lastReadMessageIndex: 4 });
    expect(mark()).toBeTruthy();
    talk.tells({ identity: 'discord_300000000000000001', lastReadMessageIndex: 2 });
    expect(mark()).toBeTruthy();
  });

  it('is there for what was delivered before the chat was opened, with one listener for all bubbles', async () => {
    const talk = conversation(7);
    renderExtras({ author: 'kim', index: 4, conversation: talk });
    renderExtras({ author: 'kim', index: 5, conversation: talk });
    await waitFor(() => expect(screen.getAllByText('Delivered')).toHaveLength(2));
    expect(talk.listeners).toHaveLength(1);
  });

  it.each([
    ['the player', { author: 'discord_300000000000000001', index: 4 }],
    ['the virtual agent', { author: virtualAgentAuthor, index: 4 }],
    ['an agent, when it failed', { author: 'kim', index: 4, attributes: { delivery: { state: 'failed' } } }],
  ])('stays away from a message of %s', async (_name, source) => {
    renderExtras({ ...source, conversation: conversation(9) });
    await act(async () => {});
    expect(mark()).toBeNull();
  });

  it('stays away from other channels, whose customers really read', async () => {
    renderExtras({ author: 'kim', index: 4, conversation: conversation(9, '+15550100') });
    await act(async () => {});
    expect(mark()).toBeNull();
  });
});
