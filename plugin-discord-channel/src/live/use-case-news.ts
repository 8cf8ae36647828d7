import { useEffect, useRef } from 'react';
import type { CaseFeed, FeedNews } from './case-feed';

/** Calls what is given last with everything that the feed tells while the component is there. */
export function useCaseNews(feed: CaseFeed, onNews: (news: FeedNews) => void): void {
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => feed.subscribe((news) => latest.current(news)), [feed]);
}
