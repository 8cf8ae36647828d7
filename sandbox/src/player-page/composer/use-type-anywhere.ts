import { type RefObject, useEffect, useLayoutEffect } from 'react';

/**
 * Puts the focus into the line to write in when it appears, and again when the player types while something that
 * takes no text has it: after a button was pressed, say, one can go on writing at once, as in Discord.
 */
export function useTypeAnywhere(input: RefObject<HTMLElement>): void {
  // Before the next key can arrive: none gets lost.
  useLayoutEffect(() => input.current?.focus(), [input]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const takesText = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (types && !takesText) input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
