import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** So near to the end counts as being there, in pixels. */
const nearEnd = 80;

/**
 * Keeps a scrolling list at its end while it grows, unless somebody has scrolled up to read. Opening another
 * channel starts at the end.
 */
export function useStickToEnd(channelId: string, length: number): RefObject<HTMLDivElement> {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const remember = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    };
    const stay = () => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    };
    element.addEventListener('scroll', remember, { passive: true });
    // The composer grows, the window shrinks: the end stays in sight.
    const resized = new ResizeObserver(stay);
    resized.observe(element);
    // A message that is there already becomes longer: an answer takes the place of “is thinking”.
    const grown = new MutationObserver(stay);
    grown.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      element.removeEventListener('scroll', remember);
      resized.disconnect();
      grown.disconnect();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another channel starts at its end
  useLayoutEffect(() => {
    atEnd.current = true;
  }, [channelId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever there is more to show
  useLayoutEffect(() => {
    if (scroller.current && atEnd.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [channelId, length]);

  return scroller;
}
