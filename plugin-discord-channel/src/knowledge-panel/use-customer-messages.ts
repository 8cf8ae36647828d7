import { useEffect, useState } from 'react';
import { lineOf, type NamedTask } from '../case-panel/case-task';
import type { FlexStore } from '../case-panel/use-last-message';
import { isDiscordTask } from '../task-channel/is-discord-task';

/** What a customer wrote. */
export interface CustomerMessage {
  messageSid: string;
  text: string;
}

/** The Functions take no more. In UTF-16 units. */
const longest = 2_000;

/** Before a wish for a person, a greeting and thanks there is a question, if there is one. */
const mostMessages = 4;

/**
 * The last messages of the customer of a task, in words, newest first, among those that Flex has loaded; follows every
 * new one. What the bot, agents and buttons said is passed over. The same array as long as nothing changes.
 */
export function useCustomerMessages(store: FlexStore, task: NamedTask): readonly CustomerMessage[] {
  const [messages, setMessages] = useState(() => read(store, task));
  useEffect(() => {
    const look = () => {
      const now = read(store, task);
      setMessages((before) => (areSame(before, now) ? before : now));
    };
    look();
    return store.subscribe(look);
  }, [store, task]);
  return messages;
}

function areSame(before: readonly CustomerMessage[], now: readonly CustomerMessage[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ messageSid, text }, place) => before[place]?.messageSid === messageSid && before[place]?.text === text)
  );
}

function read(store: FlexStore, task: NamedTask): readonly CustomerMessage[] {
  const found: CustomerMessage[] = [];
  const conversationSid = lineOf(task, 'conversationSid');
  if (conversationSid === undefined) return found;
  const messages = field(store.getState(), 'flex', 'chat', 'conversations', conversationSid, 'messages');
  if (!Array.isArray(messages)) return found;
  const isCustomer = customerOf(task);
  for (let place = messages.length - 1; place >= 0 && found.length < mostMessages; place -= 1) {
    const source = field(messages[place], 'source');
    const [author, messageSid, body] = [field(source, 'author'), field(source, 'sid'), field(source, 'body')];
    const isPress = field(source, 'attributes', 'discord', 'customId') !== undefined;
    if (typeof author !== 'string' || typeof messageSid !== 'string' || typeof body !== 'string') continue;
    const text = body.trim().slice(0, longest);
    if (text !== '' && !isPress && isCustomer(author)) found.push({ messageSid, text });
  }
  return found;
}

/** A Discord player is known by the identity that the relay gives; others by the address that Flex knows them by. */
function customerOf(task: NamedTask): (author: string) => boolean {
  if (isDiscordTask(task)) return (author) => /^discord_\d{15,20}$/.test(author);
  const addresses = ['customerAddress', 'from', 'identity'].map((name) => lineOf(task, name));
  return (author) => addresses.includes(author);
}

/** Not only own fields: those of the SDK's messages are getters of their class. */
function field(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined,
    value,
  );
}
