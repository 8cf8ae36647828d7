import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { useMounted } from '../../case-panel/use-case';
import { text } from '../../strings/text';

export interface TagFormProps {
  label: string;
  busy: boolean;
  /** True when it was saved. */
  onSave: (name: string) => Promise<boolean>;
  onCancel?: () => void;
}

/** One word and the button that keeps it. */
export const TagForm: React.FC<TagFormProps> = ({ label, busy, onSave, onCancel }) => {
  const [name, setName] = React.useState('');
  const id = useUID();
  const mounted = useMounted();
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    // Saved, it may be gone.
    if ((await onSave(name)) && mounted.current) setName('');
  };
  return (
    <Box as="form" onSubmit={submit}>
      <Label htmlFor={id}>{label}</Label>
      <Box display="flex" columnGap="space40">
        <Input
          id={id}
          type="text"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="secondary" type="submit" loading={busy}>
          {text(onCancel ? 'edit.save' : 'edit.words-add')}
        </Button>
        {onCancel && (
          <Button variant="secondary" onClick={onCancel}>
            {text('edit.cancel')}
          </Button>
        )}
      </Box>
    </Box>
  );
};
