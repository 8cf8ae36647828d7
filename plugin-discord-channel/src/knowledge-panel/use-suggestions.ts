import type { SendableArticle, SuggestArticlesRequest } from '@discord-channel/contracts';
import { useCallback, useEffect, useState } from 'react';
import type { KnowledgeClient } from '../functions-api/knowledge-client';

export type Suggestions =
  /** Nothing is looked for. */
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; articles: readonly SendableArticle[]; asked: SuggestArticlesRequest };

export interface UseSuggestions {
  suggestions: Suggestions;
  retry: () => void;
}

export interface UseSuggestionsOptions {
  knowledge: KnowledgeClient;
  conversationSid: string | null;
  /** The message that the text is; null for a search by hand. */
  messageSid: string | null;
  /** What to look for; undefined: nothing. */
  text: string | undefined;
  /** How long the text has to stay the same, in milliseconds: players write three messages for one sentence. */
  settleMs: number;
}

/** The articles that fit a text, looked for anew whenever it changes. A newer text ends the question for an older one. */
export function useSuggestions(options: UseSuggestionsOptions): UseSuggestions {
  const { knowledge, conversationSid, messageSid, text, settleMs } = options;
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
      const asked = { conversationSid, messageSid, text };
      const result = await knowledge.suggestArticles(asked, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      if (result.kind === 'articles') setSuggestions({ kind: 'ready', articles: result.articles, asked });
      else setSuggestions({ kind: 'failed', message: result.message });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [knowledge, conversationSid, messageSid, text, settleMs, round]);

  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { suggestions, retry };
}
