import { useRef, useState } from 'react';

export interface InPlace {
  editing: boolean;
  /** For the button that begins the edit: the focus comes back to it. */
  opener: React.RefObject<HTMLButtonElement>;
  begin: () => void;
  end: () => void;
}

/** Whether something is shown or being edited where it stands. */
export function useInPlace(): InPlace {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return {
    editing,
    opener,
    begin: () => setEditing(true),
    end: () => {
      setEditing(false);
      // Once the button is there again.
      setTimeout(() => opener.current?.focus());
    },
  };
}
