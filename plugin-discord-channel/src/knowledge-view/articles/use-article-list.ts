import type { ArticleSort, FindArticlesRequest, FindArticlesResponse } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleClient, ArticleListResult } from '../../functions-api/article-client';

export type ArticleFilters = Omit<FindArticlesRequest, 'after' | 'sort'> & { sort: ArticleSort };

export interface ArticleList {
  /** Undefined while nothing was answered yet. */
  found: FindArticlesResponse | undefined;
  filters: ArticleFilters;
  busy: boolean;
  /** Why the last look came to nothing, in words. */
  failure: string | undefined;
  narrow: (changes: Partial<ArticleFilters>) => void;
  /** Looks anew, for as many as are shown: who comes back from an article finds it where it was. */
  refresh: () => void;
  /** Adds the next page. */
  more: () => void;
}

/** The articles that pass the filters, page by page. A newer question ends an older one, whose answer nobody sees. */
export function useArticleList(client: ArticleClient): ArticleList {
  const [filters, setFilters] = useState<ArticleFilters>({
    search: '',
    sort: { by: 'title', direction: 'ascending' },
  });
  const [found, setFound] = useState<FindArticlesResponse>();
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<string>();
  const running = useRef<AbortController>();

  const load = useCallback(
    async (wanted: ArticleFilters, { after, atLeast = 0 }: { after?: string | undefined; atLeast?: number } = {}) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      setFailure(undefined);
      const result = await findPages(client, { request: { ...wanted, after }, atLeast, signal: controller.signal });
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      setBusy(false);
      if (result.kind !== 'list') return setFailure(result.message);
      const { list } = result;
      setFound((shown) => (after === undefined || !shown ? list : append(shown, list)));
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
    refresh: () => void load(filters, { atLeast: found?.articles.length ?? 0 }),
    more: () => void load(filters, { after: found?.next ?? undefined }),
  };
}

interface Pages {
  request: FindArticlesRequest;
  /** So many articles, if there are. */
  atLeast: number;
  signal: AbortSignal;
}

async function findPages(client: ArticleClient, { request, atLeast, signal }: Pages): Promise<ArticleListResult> {
  const result = await client.findArticles(request, signal);
  if (result.kind !== 'list') return result;
  let { list } = result;
  while (list.next !== null && list.articles.length < atLeast) {
    const further = await client.findArticles({ ...request, after: list.next }, signal);
    if (further.kind !== 'list') return further;
    list = append(list, further.list);
  }
  return { kind: 'list', list };
}

/** Adds a page. One that was given another place meanwhile may come again. */
function append(shown: FindArticlesResponse, page: FindArticlesResponse): FindArticlesResponse {
  const earlier = shown.articles.filter(({ key }) => !page.articles.some((article) => article.key === key));
  return { ...page, articles: [...earlier, ...page.articles] };
}
