import { virtualAgentAuthor } from '@discord-channel/contracts';
import { render, screen } from '@testing-library/react';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import React from 'react';
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

  it.each([
    ['a message of another channel', { author: 'customer', attributes: {} }],
    ['no message', undefined],
  ])('draws nothing for %s', (_name, source) => {
    const { container } = renderExtras(source);
    expect(container.querySelector('[data-testid="message-extras"]')).toBeNull();
  });
});
