import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import { isDiscordTask, type TaskLike } from '../task-channel/is-discord-task';
import { MessageExtras, type MessageExtrasProps } from './message-extras';
import { readMessageExtras } from './read-message-extras';

/** Flex's own task knows its conversation. */
export interface ConversationTask extends TaskLike {
  conversationSid?: string;
}

const conversationOf = ({ conversationSid, attributes }: ConversationTask): unknown =>
  conversationSid ?? (attributes as { conversationSid?: unknown } | undefined)?.conversationSid;

const isPresented = ({ message }: MessageExtrasProps): boolean => {
  const extras = message?.source && readMessageExtras(message.source);
  return Boolean(extras?.presentation ?? extras?.sentArticle) || extras?.changed === 'deleted';
};

/**
 * Adds our part to the bubbles. Where the virtual agent says how its message looks, or an agent sent an article, that
 * stands in place of the body, and so does that a player deleted a message; messages of people and of other channels
 * keep their bodies.
 *
 * Flex would say "Read" where the relay says that Discord took a message: for chats with players that goes, since nobody
 * knows what they read.
 */
export function registerMessageExtras(flex: typeof Flex, readTasks: () => Iterable<ConversationTask>): void {
  const isOfPlayer = ({ conversationSid }: { conversationSid?: string }) =>
    Array.from(readTasks()).some((task) => isDiscordTask(task) && conversationOf(task) === conversationSid);
  flex.MessageListItem.Content.remove('read-status', { if: isOfPlayer });
  flex.MessageBubble.Content.remove('body', { if: isPresented });
  flex.MessageBubble.Content.add(<MessageExtras key="discord-channel-message-extras" />, { sortOrder: 100 });
}
