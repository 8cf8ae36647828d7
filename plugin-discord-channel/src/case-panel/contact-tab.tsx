import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { text } from '../strings/text';
import { ContactEditForm, type EditableContactProps } from './contact-edit-form';
import { ContactFacts } from './contact-facts';
import { useInPlace } from './editing/use-in-place';
import { PlayerIdentity } from './player-identity';

/** Who the contact is: on Discord, and what agents know beside it, edited where it stands. */
export const ContactTab: React.FC<EditableContactProps> = (props) => {
  const { contact } = props;
  const { editing, opener, begin, end } = useInPlace();
  return (
    <Box display="flex" flexDirection="column" rowGap="space70">
      <PlayerIdentity discord={contact.discord} />
      <Box as="section" aria-label={text('contact.facts')}>
        {editing ? (
          <ContactEditForm {...props} onDone={end} />
        ) : (
          <ContactFacts contact={contact} edit={{ opener, onEdit: begin }} />
        )}
      </Box>
    </Box>
  );
};
