import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindPage, PageResult } from '../functions-api/find-client';

interface FoundItems<Item> {
  /** Undefined while nothing was answered yet. */
  items: readonly Item[] | undefined;
  next: string | null;
  /** Nothing was found as it was typed; these have a name like it. */
  nearly: boolean;
  busy: boolean;
  failure: string | undefined;
}

export interface AskedList<Question, Item> extends FoundItems<Item> {
  question: Question;
  /** Asks something else. */
  ask: (question: Question) => void;
  /** Looks anew at as much as is shown, which stays until then. */
  refresh: () => Promise<void>;
  /** Adds the next page. */
  more: () => void;
}

const nothing = { items: undefined, next: null, nearly: false, busy: true, failure: undefined };

/**
 * What is asked for, page by page. A newer question ends an older one, whose answer nobody sees.
 * @param initial what is asked first; only its first value counts
 */
export function useAskedList<Question extends object, Item extends { id: string }>(
  find: FindPage<Question, Item>,
  initial: Question,
): AskedList<Question, Item> {
  const [question, setQuestion] = useState(initial);
  const first = useRef(initial);
  const [found, setFound] = useState<FoundItems<Item>>(nothing);
  const running = useRef<AbortController>();
  /** A refresh may come while the next page is on its way, and ends that: then it brings it too. */
  const wanted = useRef(0);

  /** Asks for pages until as many items are there as are wanted. Undefined when somebody asked something else. */
  const load = useCallback(
    async (
      asked: Question,
      wanted: number,
      from: Pick<FoundItems<Item>, 'items' | 'next'> = { items: [], next: null },
    ) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setFound((shown) => ({ ...shown, busy: true, failure: undefined }));
      let items = from.items ?? [];
      let cursor = from.next;
      for (;;) {
        const result: PageResult<Item> = await find(
          { ...asked, ...(cursor !== null && { cursor }) },
          controller.signal,
        );
        if (controller.signal.aborted || result.kind === 'cancelled') return;
        if (result.kind !== 'page') {
          const failure = result.message;
          return setFound((shown) => ({ ...shown, busy: false, failure }));
        }
        items = join(items, result.page.items);
        cursor = result.page.next;
        if (cursor === null || items.length >= wanted) {
          const { next, nearly } = result.page;
          return setFound({ items, next, nearly, busy: false, failure: undefined });
        }
      }
    },
    [find],
  );

  useEffect(() => {
    void load(first.current, 0);
    return () => running.current?.abort();
  }, [load]);

  return {
    ...found,
    question,
    ask: (asked) => {
      wanted.current = 0;
      setQuestion(asked);
      setFound(nothing);
      void load(asked, 0);
    },
    refresh: () => load(question, Math.max(wanted.current, found.items?.length ?? 0)),
    more: () => {
      wanted.current = (found.items?.length ?? 0) + 1;
      void load(question, 0, found);
    },
  };
}

/** Each once, where it was first listed and as it was told last: what changed may come again. */
function join<Item extends { id: string }>(listed: readonly Item[], added: readonly Item[]): Item[] {
  return [...new Map([...listed, ...added].map((one) => [one.id, one])).values()];
}
