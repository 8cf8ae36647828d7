import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Separator } from '@twilio-paste/core/separator';
import React from 'react';
import { text } from '../strings/text';
import { BugReport } from './bug-report';
import { CaseDates } from './case-dates';
import { CaseFacts } from './case-facts';
import type { CasePanelDependencies } from './case-panel';
import { NoteForm } from './note-form';
import { NoteList } from './note-list';
import { PlayerIdentity } from './player-identity';
import { StatusControl } from './status-control';
import { StatusReason } from './status-reason';
import type { WriteCase } from './use-case';

export interface CaseDetailsProps extends CasePanelDependencies {
  case: CaseView;
  write: WriteCase;
}

/** A case: number, subject, status, report, player, notes. */
export const CaseDetails: React.FC<CaseDetailsProps> = ({ case: view, write, client, drafts, createId }) => (
  <Box padding="space70" display="flex" flexDirection="column" rowGap="space70">
    <Box display="flex" flexDirection="column" rowGap="space30">
      <Heading as="h2" variant="heading30" marginBottom="space0">
        {text('case.number', { number: view.number })}
      </Heading>
      <CaseDates case={view} />
    </Box>
    <StatusControl case={view} write={write} client={client} />
    <StatusReason case={view} write={write} client={client} />
    <CaseFacts case={view} write={write} client={client} />
    <Separator orientation="horizontal" />
    {view.report && (
      <>
        <BugReport report={view.report} />
        <Separator orientation="horizontal" />
      </>
    )}
    <PlayerIdentity discord={view.contact.discord} />
    <Separator orientation="horizontal" />
    <Box as="section" aria-label={text('notes.heading')} display="flex" flexDirection="column" rowGap="space50">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {text('notes.heading')}
      </Heading>
      <NoteForm case={view} write={write} client={client} drafts={drafts} createId={createId} />
      <NoteList notes={view.notes} />
    </Box>
  </Box>
);
