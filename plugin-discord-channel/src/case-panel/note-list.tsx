import type { CaseNote } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { Timestamp } from './timestamp';

export interface NoteListProps {
  /** Oldest first, as the server gives them. */
  notes: readonly CaseNote[];
}

/** The notes of a case, newest first: what was just added appears under the form. */
export const NoteList: React.FC<NoteListProps> = ({ notes }) =>
  notes.length === 0 ? (
    <Text as="p" color="colorTextWeak">
      {text('notes.empty')}
    </Text>
  ) : (
    <Box
      as="ul"
      margin="space0"
      padding="space0"
      listStyleType="none"
      display="flex"
      flexDirection="column"
      rowGap="space40"
    >
      {[...notes].reverse().map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </Box>
  );

const Note: React.FC<{ note: CaseNote }> = ({ note: { author, createdAt, text: words } }) => (
  <Box as="li" backgroundColor="colorBackground" borderRadius="borderRadius20" padding="space40">
    <Box display="flex" flexWrap="wrap" columnGap="space30" marginBottom="space20">
      <Text as="span" fontWeight="fontWeightSemibold" fontSize="fontSize20" lineHeight="lineHeight20">
        {author.kind === 'agent' ? author.name : `${author.name} · ${text(`notes.${author.kind}`)}`}
      </Text>
      <Text as="span" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        <Timestamp at={createdAt} />
      </Text>
    </Box>
    <Text as="p" whiteSpace="pre-wrap" overflowWrap="anywhere">
      {words}
    </Text>
  </Box>
);
