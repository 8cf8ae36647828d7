import { Button } from '@twilio-paste/core/button';
import { PlusIcon } from '@twilio-paste/icons/cjs/PlusIcon';
import React from 'react';
import { text } from '../strings/text';

export interface SuggestionButtonProps {
  /** Of the article: each of several such buttons has a name of its own. */
  title: string;
  onPress: () => void;
}

/** Puts the article into what the agent writes. */
export const AddDraftButton: React.FC<SuggestionButtonProps> = ({ title, onPress }) => {
  const label = text('knowledge.add-draft', { title });
  return (
    <Button variant="secondary_icon" size="icon_small" onClick={onPress} title={label}>
      <PlusIcon decorative={false} title={label} />
    </Button>
  );
};

/** Sends the article's card. */
export const SendButton: React.FC<SuggestionButtonProps> = ({ title, onPress }) => (
  <Button variant="secondary" size="small" onClick={onPress} aria-label={text('knowledge.send-named', { title })}>
    {text('knowledge.send')}
  </Button>
);

/** Says that the article does not help, or takes it back. */
export const RateButton: React.FC<SuggestionButtonProps & { pressed: boolean }> = ({ title, pressed, onPress }) => (
  <Button
    variant="secondary"
    size="small"
    pressed={pressed}
    onClick={onPress}
    aria-label={text('knowledge.not-helpful-named', { title })}
  >
    {text('knowledge.not-helpful')}
  </Button>
);
