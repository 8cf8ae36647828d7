import type { ArticleFeedback } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleClient } from '../../functions-api/article-client';

export interface ArticleFeedbackList {
  /** Undefined while nothing was answered yet. */
  said: readonly ArticleFeedback[] | undefined;
  busy: boolean;
  /** Why the last look came to nothing, in words. */
  failure: string | undefined;
  /** Adds the next page, or looks again for one that failed; undefined when everything is shown. */
  more: (() => void) | undefined;
}

/** What agents said an article does not help with, page by page. What is shown stays while more comes. */
export function useArticleFeedback(client: ArticleClient, key: string): ArticleFeedbackList {
  const [said, setSaid] = useState<readonly ArticleFeedback[]>();
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string>();
  const running = useRef<AbortController>();

  const load = useCallback(
    async (after: string | null) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      setFailure(undefined);
      const result = await client.findArticleFeedback({ key, ...(after !== null && { after }) }, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      setBusy(false);
      if (result.kind !== 'feedback') return setFailure(result.message);
      setSaid((shown = []) => (after === null ? result.page.feedback : [...shown, ...result.page.feedback]));
      setNext(result.page.next);
    },
    [client, key],
  );
  useEffect(() => {
    void load(null);
    return () => running.current?.abort();
  }, [load]);

  const complete = said !== undefined && next === null && failure === undefined;
  return { said, busy, failure, more: complete ? undefined : () => void load(next) };
}
