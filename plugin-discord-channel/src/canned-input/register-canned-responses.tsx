import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import type { CannedMemory } from './canned-memory';
import { CannedPicker } from './canned-picker';

export interface CannedResponsesDependencies {
  memory: CannedMemory;
  /** The tasks of the agent. */
  tasks: () => Iterable<{ conversationSid?: string; attributes: unknown }>;
}

/** Lets agents put a canned response into any message by typing a slash. */
export function registerCannedResponses(flex: typeof Flex, { memory, tasks }: CannedResponsesDependencies): void {
  const guildOf = (conversationSid: string): string | null => {
    const task = [...tasks()].find((one) => conversationOf(one) === conversationSid);
    const guildId = property(property(task?.attributes, 'discord'), 'guildId');
    return typeof guildId === 'string' ? guildId : null;
  };
  const setText = (conversationSid: string, body: string, cursor: number) =>
    void flex.Actions.invokeAction('SetInputText', {
      conversationSid,
      body,
      selectionStart: cursor,
      selectionEnd: cursor,
    });
  const picker = <CannedPicker key="discord-channel-canned-responses" {...{ memory, guildOf, setText }} />;
  flex.MessageInputV2.Content.add(picker, { sortOrder: -1 });
}

const conversationOf = ({ conversationSid, attributes }: { conversationSid?: string; attributes: unknown }): unknown =>
  conversationSid ?? property(attributes, 'conversationSid');

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
