import { useEffect, useState } from 'react';

/** The last message of a conversation, in plain words. */
export interface LastMessage {
  author: string;
  body: string;
}

/** As much of Flex's Redux store as is used here. */
export interface FlexStore {
  getState(): unknown;
  subscribe(listener: () => void): () => void;
}

/** Longer is not shown: the panel cuts it to some lines. In UTF-16 units. */
const longest = 300;

/** The last message of a conversation that Flex has loaded; follows every new one. */
export function useLastMessage(store: FlexStore, conversationSid: string | undefined): LastMessage | undefined {
  const [last, setLast] = useState(() => readLastMessage(store.getState(), conversationSid));
  useEffect(() => {
    const look = () => {
      const now = readLastMessage(store.getState(), conversationSid);
      setLast((before) => (before?.author === now?.author && before?.body === now?.body ? before : now));
    };
    look();
    return store.subscribe(look);
  }, [store, conversationSid]);
  return last;
}

function readLastMessage(state: unknown, conversationSid: string | undefined): LastMessage | undefined {
  if (conversationSid === undefined) return undefined;
  const conversations = path(state, 'flex', 'chat', 'conversations');
  const messages = path(conversations, conversationSid, 'messages');
  const last: unknown = Array.isArray(messages) ? messages[messages.length - 1] : undefined;
  const body = path(last, 'source', 'body');
  const author = path(last, 'authorName') ?? path(last, 'source', 'author');
  if (typeof body !== 'string' || body.trim() === '') return undefined;
  return { author: typeof author === 'string' ? author : '', body: body.slice(0, longest) };
}

function path(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined,
    value,
  );
}
