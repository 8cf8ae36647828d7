import type * as Flex from '@twilio/flex-ui';
import { registerMessageExtras } from '../../src/messages/register-message-extras';

test('Flex says nobody’s "Read" of a chat with a player, and goes on doing so for other channels', () => {
  const removed = new Map<string, (props: object) => boolean>();
  const content = {
    remove: (key: string, options: { if: (props: object) => boolean }) => void removed.set(key, options.if),
    add: () => {},
  };
  const flex = { MessageBubble: { Content: content }, MessageListItem: { Content: content } };
  registerMessageExtras(flex as unknown as typeof Flex, () => [
    { conversationSid: 'CH1', attributes: { channelType: 'discord' } },
    { conversationSid: 'CH2', attributes: { channelType: 'web' } },
    { attributes: { channelType: 'discord', conversationSid: 'CH3' } },
  ]);
  const isRemoved = (conversationSid: string) => removed.get('read-status')?.({ conversationSid });
  expect(['CH1', 'CH2', 'CH3', 'CH4'].map(isRemoved)).toEqual([true, false, true, false]);
});
