import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { FieldFrame } from '../editing/field-frame';
import { plainName } from '../plain-name';
import type { MessagingPlayer } from './use-message-player';

export interface MessageFormProps {
  /** The player's. */
  name: string;
  messaging: MessagingPlayer;
  onCancel: () => void;
}

/** The first message to a player. Ctrl or Cmd with Enter sends it; Escape leaves an empty one. The focus begins in it. */
export const MessageForm: React.FC<MessageFormProps> = ({ name, messaging, onCancel }) => {
  const { draft, progress, error, edit, send } = messaging;
  const id = useUID();
  const helpId = useUID();
  const field = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (draft.trim() === '') onCancel();
  };
  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Box as="form" onSubmit={onSubmit} onKeyDown={onKeyDown} display="flex" flexDirection="column" rowGap="space40">
      <FieldFrame
        label={text('outreach.label', { name: plainName(name) })}
        id={id}
        helpId={helpId}
        required
        hint={text('outreach.hint')}
        error={error}
      >
        <TextArea
          id={id}
          ref={field}
          aria-describedby={helpId}
          value={draft}
          readOnly={progress.kind === 'saving'}
          hasError={error !== undefined}
          onChange={(event) => edit(event.currentTarget.value)}
        />
      </FieldFrame>
      <Box display="flex" columnGap="space40">
        <Button variant="primary" size="small" type="submit" aria-disabled={progress.kind === 'saving'}>
          {text('outreach.send')}
        </Button>
        <Button variant="secondary" size="small" onClick={onCancel}>
          {text('edit.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
