import * as React from 'react';
import type { ViewedCommand } from '../../discord/players/player-view';
import { text } from '../text';

export interface CommandListProps {
  id: string;
  matches: readonly ViewedCommand[];
  active: ViewedCommand | undefined;
  onChoose(command: ViewedCommand): void;
}

export function optionId(listId: string, command: ViewedCommand): string {
  return `${listId}-${command.name}`;
}

/** The commands that fit what is written. The keyboard stays in the composer, which moves the choice. */
export function CommandList({ id, matches, active, onChoose }: CommandListProps) {
  if (matches.length === 0) return <p className="command-list hint">{text('composer.no-command')}</p>;
  return (
    <div className="command-list" id={id} role="listbox" aria-label={text('composer.commands')}>
      {matches.map((command) => (
        // The keys that choose are handled in the composer, where the focus is.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={command.name}
          id={optionId(id, command)}
          role="option"
          tabIndex={-1}
          aria-selected={command === active}
          className="command-option"
          data-testid="command-option"
          // Taking the focus would close the list before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(command)}
        >
          <span className="command-name">
            /{command.label}
            {command.options.map(({ name, label }) => (
              <span key={name} className="command-parameter">
                {label}
              </span>
            ))}
          </span>
          <span className="command-description">{command.description}</span>
        </div>
      ))}
    </div>
  );
}
