import { useState } from 'react';
import type { ViewedCommand } from '../../discord/players/player-view';
import { commandPrefix, matchCommands } from './complete-command';

export interface CommandCompletion {
  /** What is written after the slash; undefined while the list is closed. */
  prefix: string | undefined;
  matches: readonly ViewedCommand[];
  active: ViewedCommand | undefined;
  /** Moves the choice down, or up with -1, around the ends. */
  move(by: 1 | -1): void;
  /** Closes the list until something else is written. */
  close(): void;
}

/** Completion of slash commands for what is being written. */
export function useCommandCompletion(draft: string, commands: readonly ViewedCommand[]): CommandCompletion {
  const [choice, setChoice] = useState({ draft: '', index: 0 });
  const [closedFor, setClosedFor] = useState<string>();
  const prefix = closedFor === draft ? undefined : commandPrefix(draft);
  const matches = prefix === undefined ? [] : matchCommands(commands, prefix);
  // Another letter makes another list: the choice starts at its top again.
  const index = choice.draft === draft ? Math.min(choice.index, matches.length - 1) : 0;
  return {
    prefix,
    matches,
    active: matches[index],
    move: (by) => setChoice({ draft, index: (index + by + matches.length) % Math.max(1, matches.length) }),
    close: () => setClosedFor(draft),
  };
}
