import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import { MessageExtras, type MessageExtrasProps } from './message-extras';
import { readMessageExtras } from './read-message-extras';

const isPresented = ({ message }: MessageExtrasProps): boolean => {
  const extras = message?.source && readMessageExtras(message.source);
  return Boolean(extras?.presentation ?? extras?.sentArticle) || extras?.changed === 'deleted';
};

/**
 * Adds our part to the bubbles. Where the virtual agent says how its message looks, or an agent sent an article, that stands
 * in place of the body, and so does that a player deleted a message; messages of people and of other channels keep their bodies.
 */
export function registerMessageExtras(flex: typeof Flex): void {
  flex.MessageBubble.Content.remove('body', { if: isPresented });
  flex.MessageBubble.Content.add(<MessageExtras key="discord-channel-message-extras" />, { sortOrder: 100 });
}
