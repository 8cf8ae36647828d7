import { useCallback, useEffect, useRef, useState } from 'react';
import type { Find } from '../functions-api/find-client';

export interface Found<Item> {
  /** Newest first; undefined while nothing was answered yet. */
  items: readonly Item[] | undefined;
  /** Where the next page begins; null on the last one. */
  next: number | null;
  busy: boolean;
  /** Why the last look came to nothing, in words for the agent. */
  failure: string | undefined;
}

export interface FoundPages<Item> extends Found<Item> {
  /** The words that were searched for. */
  searched: string;
  search: (words: string) => void;
  /** Looks anew at as much as is shown, which stays until then. */
  refresh: () => Promise<void>;
  /** Adds the next page. */
  more: () => void;
}

const nothing = { items: undefined, next: null, busy: true, failure: undefined };

/** What was found, page by page. A newer question ends an older one, whose answer nobody sees. */
export function useFoundPages<Item>(find: Find<Item>): FoundPages<Item> {
  const [found, setFound] = useState<Found<Item>>(nothing);
  const [searched, setSearched] = useState('');
  const running = useRef<AbortController>();

  const load = useCallback(
    async (search: string, before?: number) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setFound((shown) => ({ ...shown, busy: true, failure: undefined }));
      const result = await find({ search, ...(before !== undefined && { before }) }, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      setFound((shown) => {
        if (result.kind !== 'page') return { ...shown, busy: false, failure: result.message };
        const earlier = before === undefined ? [] : (shown.items ?? []);
        return { items: [...earlier, ...result.items], next: result.next, busy: false, failure: undefined };
      });
    },
    [find],
  );

  const refresh = async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const items: Item[] = [];
    let next: number | null | undefined;
    do {
      const result = await find({ search: searched, ...(next && { before: next }) }, controller.signal);
      if (controller.signal.aborted || result.kind === 'cancelled') return;
      if (result.kind !== 'page') return setFound((shown) => ({ ...shown, busy: false, failure: result.message }));
      items.push(...result.items);
      next = result.next;
    } while (next !== null && items.length < (found.items?.length ?? 0));
    setFound({ items, next, busy: false, failure: undefined });
  };

  useEffect(() => {
    void load('');
    return () => running.current?.abort();
  }, [load]);

  return {
    ...found,
    searched,
    search: (words) => {
      setSearched(words);
      setFound(nothing);
      void load(words);
    },
    refresh,
    more: () => void load(searched, found.next ?? undefined),
  };
}
