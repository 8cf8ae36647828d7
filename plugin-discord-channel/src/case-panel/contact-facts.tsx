import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { CustomValues } from './custom-fields/custom-values';
import { WordBadges } from './word-badges';

export interface ContactFactsProps {
  contact: Pick<CaseView['contact'], (typeof shown)[number] | 'customValues' | 'labels'>;
  /** The way to change it, and the button of that; without it, it can only be read. */
  edit?: { opener: React.RefObject<HTMLButtonElement>; onEdit: () => void };
}

const shown = ['firstName', 'lastName', 'email', 'phone', 'notes'] as const;

/** What agents know of a contact, and the way to change it. */
export const ContactFacts: React.FC<ContactFactsProps> = ({ contact, edit }) => (
  <Box display="flex" flexDirection="column" rowGap="space40">
    <Box as="dl" margin="space0" display="grid" gridTemplateColumns="auto 1fr" columnGap="space50" rowGap="space20">
      {shown.map((field) => (
        <React.Fragment key={field}>
          <Text as="dt" color="colorTextWeak">
            {text(`field.${field}`)}
          </Text>
          <Text as="dd" margin="space0" overflowWrap="anywhere" whiteSpace="pre-wrap">
            {contact[field] ?? text('edit.nothing')}
          </Text>
        </React.Fragment>
      ))}
    </Box>
    <CustomValues of="contact" values={contact.customValues} />
    <WordBadges label={text('field.labels')} words={contact.labels} />
    {edit && (
      <Box>
        <Button ref={edit.opener} variant="secondary" size="small" onClick={edit.onEdit}>
          {text('contact.edit')}
        </Button>
      </Box>
    )}
  </Box>
);
