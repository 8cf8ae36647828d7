import type { CannedResponse } from '@discord-channel/contracts';
import { useEffect, useRef, useState } from 'react';
import type { CannedMemory } from './canned-memory';
import { chooseResponses } from './choose-responses';
import { findSlashWord, type SlashWord } from './find-slash-word';

export interface SlashListOptions {
  /** Around the text field and the list. */
  container: HTMLElement | null;
  memory: CannedMemory;
  guildId: string | null;
  /** Puts a text into the input, with the cursor there. */
  setText: (text: string, cursor: number) => void;
}

export interface SlashList {
  /** What may be chosen; none: there is nothing to show. */
  responses: readonly CannedResponse[];
  /** Which of them Enter takes. */
  active: number;
  choose: (response: CannedResponse) => void;
  /** Where it is being typed. */
  field: HTMLTextAreaElement | undefined;
}

interface Typed {
  field: HTMLTextAreaElement;
  word: SlashWord;
}

/**
 * Follows what is typed into Flex's text field and takes the keys that belong to an open list, before Flex UI sends
 * the message at Enter. The field is Flex's own: this listens around it and changes its text by Flex's action alone.
 */
export function useSlashList({ container, memory, guildId, setText }: SlashListOptions): SlashList {
  const [typed, setTyped] = useState<Typed>();
  const [active, setActive] = useState(0);
  const [, setLooks] = useState(0);
  // Where a list was closed with Escape: it stays closed until another word begins.
  const dismissed = useRef<number>();
  const responses = typed ? chooseResponses(memory.known(), guildId, typed.word.query) : [];

  const choose = (response: CannedResponse) => {
    if (!typed) return;
    const { field, word } = typed;
    const before = field.value.slice(0, word.start) + response.text;
    setTyped(undefined);
    setText(before + field.value.slice(word.end), before.length);
    field.focus();
  };
  const close = () => {
    dismissed.current = typed?.word.start;
    setTyped(undefined);
  };
  const latest = useRef({ responses, active, choose, close });
  latest.current = { responses, active, choose, close };

  useEffect(() => {
    if (!container) return undefined;
    let gone = false;
    const follow = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const word =
        target.selectionStart === target.selectionEnd ? findSlashWord(target.value, target.selectionStart) : undefined;
      if (word?.start !== dismissed.current) dismissed.current = undefined;
      setTyped(word && dismissed.current === undefined ? { field: target, word } : undefined);
      setActive(0);
      if (word) void memory.refresh().then(() => !gone && setLooks((looks) => looks + 1));
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const { responses: shown, active: place, choose: take, close: leave } = latest.current;
      const last = shown.length;
      // While an input method composes, its keys are its own.
      if (last === 0 || event.isComposing || event.shiftKey) return;
      const chosen = shown[place];
      if (event.key === 'ArrowDown') setActive((place + 1) % last);
      else if (event.key === 'ArrowUp') setActive((place + last - 1) % last);
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
      else if (event.key === 'Escape') leave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onFocusOut = () => setTyped(undefined);
    container.addEventListener('input', follow);
    container.addEventListener('click', follow);
    container.addEventListener('keydown', onKeyDown, true);
    container.addEventListener('focusout', onFocusOut);
    return () => {
      gone = true;
      container.removeEventListener('input', follow);
      container.removeEventListener('click', follow);
      container.removeEventListener('keydown', onKeyDown, true);
      container.removeEventListener('focusout', onFocusOut);
    };
  }, [container, memory]);

  return { responses, active: Math.min(active, Math.max(0, responses.length - 1)), choose, field: typed?.field };
}
