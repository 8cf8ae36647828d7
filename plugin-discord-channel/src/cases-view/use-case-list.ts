import type { CaseFilters, CaseSort, ListedCase } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CasePageResult, FindClient } from '../functions-api/find-client';

/** What is looked for, and in which order. */
export interface CaseQuestion {
  search: string;
  filters: CaseFilters;
  sort: CaseSort;
}

export const everything: CaseQuestion = { search: '', filters: {}, sort: { by: 'number', direction: 'descending' } };

interface FoundCases {
  /** Undefined while nothing was answered yet. */
  items: readonly ListedCase[] | undefined;
  next: string | null;
  /** Nothing was found as it was typed; these have a name like it. */
  nearly: boolean;
  busy: boolean;
  failure: string | undefined;
}

export interface CaseList extends FoundCases {
  question: CaseQuestion;
  /** Asks something else. */
  ask: (question: CaseQuestion) => void;
  /** Looks anew at as much as is shown, which stays until then. */
  refresh: () => Promise<void>;
  /** Adds the next page. */
  more: () => void;
}

const nothing: FoundCases = { items: undefined, next: null, nearly: false, busy: true, failure: undefined };

/** Cases as they are asked for, page by page. A newer question ends an older one, whose answer nobody sees. */
export function useCaseList(find: FindClient['findCases']): CaseList {
  const [question, setQuestion] = useState(everything);
  const [found, setFound] = useState<FoundCases>(nothing);
  const running = useRef<AbortController>();
  /** A refresh may come while the next page is on its way, and ends that: then it brings it too. */
  const wanted = useRef(0);

  /** Asks for pages until as many cases are there as are wanted. Undefined when somebody asked something else. */
  const load = useCallback(
    async (
      asked: CaseQuestion,
      wanted: number,
      from: Pick<FoundCases, 'items' | 'next'> = { items: [], next: null },
    ) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setFound((shown) => ({ ...shown, busy: true, failure: undefined }));
      let items = from.items ?? [];
      let cursor = from.next;
      for (;;) {
        const result: CasePageResult = await find({ ...asked, ...(cursor !== null && { cursor }) }, controller.signal);
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
    void load(everything, 0);
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

/** Each case once, where it was first listed and as it was told last: one that changed may come again. */
function join(listed: readonly ListedCase[], added: readonly ListedCase[]): ListedCase[] {
  return [...new Map([...listed, ...added].map((one) => [one.id, one])).values()];
}
