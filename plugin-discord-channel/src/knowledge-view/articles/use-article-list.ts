import type { FindArticlesRequest, FindArticlesResponse } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleClient } from '../../functions-api/article-client';

export type ArticleFilters = Omit<FindArticlesRequest, 'after'>;

export interface ArticleList {
  /** Undefined while nothing was answered yet. */
  found: FindArticlesResponse | undefined;
  filters: ArticleFilters;
  busy: boolean;
  /** Why the last look came to nothing, in words. */
  failure: string | undefined;
  narrow: (changes: Partial<ArticleFilters>) => void;
  /** Looks anew, from the first page. */
  refresh: () => void;
  /** Adds the next page. */
  more: () => void;
}

/** The articles that pass the filters, page by page. A newer question ends an older one, whose answer nobody sees. */
export function useArticleList(client: ArticleClient): ArticleList {
  const [filters, setFilters] = useState<ArticleFilters>({ search: '' });
  const [found, setFound] = useState<FindArticlesResponse>();
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string>();
  const running = useRef<AbortController>();

  const load = useCallback(
    async (wanted: ArticleFilters, after?: string) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      setFailure(undefined);
      const result = await client.findArticles({ ...wanted, ...(after !== undefined && { after }) }, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      setBusy(false);
      if (result.kind !== 'list') return setFailure(result.message);
      const { list } = result;
      setFound((shown) => {
        if (after === undefined || !shown) return list;
        // One that was given another title meanwhile may come again.
        const earlier = shown.articles.filter(({ key }) => !list.articles.some((article) => article.key === key));
        return { ...list, articles: [...earlier, ...list.articles] };
      });
    },
    [client],
  );
  useEffect(() => {
    void load(filters);
    return () => running.current?.abort();
  }, [load, filters]);

  return {
    found,
    filters,
    busy,
    failure,
    narrow: (changes) => setFilters((before) => ({ ...before, ...changes })),
    refresh: () => void load(filters),
    more: () => void load(filters, found?.next ?? undefined),
  };
}
