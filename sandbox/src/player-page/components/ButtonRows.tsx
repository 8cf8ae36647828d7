import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import * as React from 'react';
import type { ViewedInteraction } from '../../discord/players/player-view';
import { text } from '../text';
import { MessageButton } from './MessageButton';

export interface ButtonRowsProps {
  rows: readonly APIMessageTopLevelComponent[];
  interactions: readonly ViewedInteraction[];
  onPress(customId: string): Promise<void>;
}

/** The buttons of a message. While a press waits for its answer none of them can be pressed. */
export function ButtonRows({ rows, interactions, onPress }: ButtonRowsProps) {
  const [error, setError] = React.useState<string>();
  const pending = interactions.find(({ state }) => state === 'waiting')?.press?.customId;
  const failed = interactions.some(({ state }) => state === 'failed');
  const press = (customId: string) => {
    setError(undefined);
    onPress(customId).catch(({ message }: Error) => setError(message));
  };
  return (
    <>
      {rows.map((row) =>
        row.type !== ComponentType.ActionRow ? null : (
          <fieldset key={row.id} className="button-row" data-testid="button-row" aria-label={text('message.buttons')}>
            {row.components.map((component) => {
              if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium) return null;
              return <MessageButton key={component.id} button={component} pending={pending} onPress={press} />;
            })}
          </fieldset>
        ),
      )}
      {(failed || error) && (
        <p className="failure" role="alert" data-testid="interaction-failed">
          {error ?? text('interaction.failed')}
        </p>
      )}
    </>
  );
}
