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
  /** What to look for, the first of them that is a question; none: nothing. The same array asks nothing anew. */
  candidates: readonly Candidate[];
  /** How long they have to stay the same, in milliseconds: players write three messages for one sentence. */
  settleMs: number;
}

/** A customer's message, or what an agent types (without a message). */
export type Candidate = Pick<SuggestArticlesRequest, 'messageSid' | 'text'>;

/** The articles that fit a text, looked for anew whenever it changes. A newer text ends the question for an older one. */
export function useSuggestions(options: UseSuggestionsOptions): UseSuggestions {
  const { knowledge, conversationSid, candidates, settleMs } = options;
  const [suggestions, setSuggestions] = useState<Suggestions>({ kind: candidates.length === 0 ? 'idle' : 'looking' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what a retry changes.
  useEffect(() => {
    if (candidates.length === 0) {
      setSuggestions({ kind: 'idle' });
      return undefined;
    }
    const controller = new AbortController();
    setSuggestions({ kind: 'looking' });
    const timer = setTimeout(async () => {
      const found = await suggest(knowledge, { conversationSid, candidates }, controller.signal);
      if (!controller.signal.aborted && found) setSuggestions(found);
    }, settleMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [knowledge, conversationSid, candidates, settleMs, round]);

  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { suggestions, retry };
}

/** Undefined when it was given up. */
async function suggest(
  knowledge: KnowledgeClient,
  { conversationSid, candidates }: Pick<UseSuggestionsOptions, 'conversationSid' | 'candidates'>,
  signal: AbortSignal,
): Promise<Suggestions | undefined> {
  let nothing: Suggestions | undefined;
  for (const candidate of candidates) {
    const asked = { conversationSid, ...candidate };
    const result = await knowledge.suggestArticles(asked, signal);
    if (result.kind === 'cancelled') return undefined;
    if (result.kind !== 'articles') return { kind: 'failed', message: result.message };
    const ready: Suggestions = { kind: 'ready', articles: result.articles, asked };
    if (result.isQuestion) return ready;
    nothing ??= ready;
  }
  return nothing;
}
