import { useRef, useState } from 'react';

export interface Opened<Item> {
  item: Item | undefined;
  open: (item: Item) => void;
  close: () => void;
}

/** What is opened out of a list that stays behind it. Closing gives the focus back to what opened it. */
export function useOpened<Item>(onClose: () => void): Opened<Item> {
  const [item, setItem] = useState<Item>();
  const opener = useRef<Element | null>(null);
  return {
    item,
    open: (chosen) => {
      opener.current = document.activeElement;
      setItem(chosen);
    },
    close: () => {
      setItem(undefined);
      onClose();
      // Once the list is shown again: what is hidden takes no focus.
      setTimeout(() => opener.current instanceof HTMLElement && opener.current.focus());
    },
  };
}
