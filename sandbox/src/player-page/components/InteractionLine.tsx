import * as React from 'react';
import type { ViewedInteraction } from '../../discord/players/player-view';
import { text } from '../text';
import { EphemeralNote } from './EphemeralNote';

export interface InteractionLineProps {
  interaction: ViewedInteraction;
  onDismiss(): void;
}

/** A command that waits for its answer, or never got one. */
export function InteractionLine({ interaction, onDismiss }: InteractionLineProps) {
  const command = interaction.command ?? '';
  if (interaction.state === 'waiting') {
    return <p className="hint interaction-line">{text('interaction.sending', { command })}</p>;
  }
  return (
    <div className="interaction-line failure" data-testid="interaction-failed">
      <p role="alert">{text('interaction.failed-command', { command })}</p>
      <EphemeralNote onDismiss={onDismiss} />
    </div>
  );
}
