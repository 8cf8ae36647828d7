import type { SendableArticle } from '@discord-channel/contracts';
import { useCallback, useEffect, useState } from 'react';
import type { KnowledgeClient } from '../functions-api/knowledge-client';

export type Suggestions =
  /** Nothing is looked for. */
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; articles: readonly SendableArticle[] };

export interface UseSuggestions {
  suggestions: Suggestions;
  retry: () => void;
}

export interface UseSuggestionsOptions {
  client: KnowledgeClient;
  conversationSid: string | null;
  /** What to look for; undefined: nothing. */
  text: string | undefined;
  /** How long the text has to stay the same, in milliseconds: players write three messages for one sentence. */
  settleMs: number;
}

/** The articles that fit a text, looked for anew whenever it changes. A newer text ends the question for an older one. */
export function useSuggestions({ client, conversationSid, text, settleMs }: UseSuggestionsOptions): UseSuggestions {
  const [suggestions, setSuggestions] = useState<Suggestions>({ kind: text === undefined ? 'idle' : 'looking' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what a retry changes.
  useEffect(() => {
    if (text === undefined) {
      setSuggestions({ kind: 'idle' });
      return undefined;
    }
    const controller = new AbortController();
    setSuggestions({ kind: 'looking' });
    const timer = setTimeout(async () => {
      const result = await client.suggestArticles({ conversationSid, text }, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      if (result.kind === 'articles') setSuggestions({ kind: 'ready', articles: result.articles });
      else setSuggestions({ kind: 'failed', message: result.message });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, conversationSid, text, settleMs, round]);

  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { suggestions, retry };
}
