import { useEffect, useRef } from 'react';
import type { CaseFeed } from './case-feed';
import { useCaseNews } from './use-case-news';

/** Milliseconds between two looks: in a busy hour a list is not asked for with every change. */
const pauseMs = 1_000;

/**
 * Looks at a list of cases anew when one changed: at once, then no more than once in a while, and a last time after the
 * last change. Which cases a list shows, and where, can depend on any of them.
 * @param refresh resolves once the look is over, however it ended
 */
export function useLiveList(feed: CaseFeed, refresh: () => Promise<unknown>): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  const state = useRef({ looking: false, wanted: false, gone: false });

  const look = async () => {
    const current = state.current;
    current.wanted = true;
    if (current.looking) return;
    current.looking = true;
    while (current.wanted && !current.gone) {
      current.wanted = false;
      await latest.current();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    current.looking = false;
  };
  useCaseNews(feed, () => void look());
  useEffect(() => {
    const current = state.current;
    current.gone = false;
    return () => {
      current.gone = true;
    };
  }, []);
}
