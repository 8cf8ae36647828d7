import * as React from 'react';
import { text } from '../text';

export interface EphemeralNoteProps {
  onDismiss(): void;
}

/** Says that nobody else sees this message, and takes it away on demand. */
export function EphemeralNote({ onDismiss }: EphemeralNoteProps) {
  return (
    <p className="ephemeral-note">
      <span aria-hidden="true">👁 </span>
      {text('message.ephemeral')}
      <span aria-hidden="true"> • </span>
      <button type="button" data-testid="dismiss" onClick={onDismiss}>
        {text('message.dismiss')}
      </button>
    </p>
  );
}
