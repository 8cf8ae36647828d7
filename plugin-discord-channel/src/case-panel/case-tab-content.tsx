import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Separator } from '@twilio-paste/core/separator';
import React from 'react';
import { text } from '../strings/text';
import { isLead } from '../views/is-lead';
import { BugReport } from './bug-report';
import type { CaseDetailsProps } from './case-details';
import { CaseFacts } from './case-facts';
import { CaseStatusSection } from './case-status';
import { DeleteCase } from './delete-case';
import { CaseLinks } from './links/case-links';
import { NoteForm } from './note-form';
import { NoteList } from './note-list';
import { OtherOpenCases } from './other-open-cases';
import { MessagePlayer } from './outreach/message-player';

/** The tab of the case itself: status, what it is about, report, notes. */
export const CaseTabContent: React.FC<CaseDetailsProps> = ({
  case: view,
  write,
  client,
  work,
  drafts,
  createId,
  own,
  statusKeys,
  desk,
  me,
}) => (
  <Box display="flex" flexDirection="column" rowGap="space70">
    {own && view.status !== 'closed' && <OtherOpenCases caseId={view.id} own={own} work={work} />}
    <CaseStatusSection case={view} write={write} client={client} statusKeys={own && statusKeys} />
    <CaseFacts case={view} write={write} client={client} />
    {view.contact.discord && <MessagePlayer case={view} work={work} createId={createId} />}
    <CaseLinks case={view} work={work} write={write} own={own} desk={desk} />
    <Separator orientation="horizontal" />
    {view.report && (
      <>
        <BugReport report={view.report} />
        <Separator orientation="horizontal" />
      </>
    )}
    <Box as="section" aria-label={text('notes.heading')} display="flex" flexDirection="column" rowGap="space50">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {text('notes.heading')}
      </Heading>
      <NoteForm case={view} write={write} client={client} drafts={drafts} createId={createId} />
      <NoteList notes={view.notes} />
    </Box>
    {isLead(me().roles) && (
      <>
        <Separator orientation="horizontal" />
        <DeleteCase case={view} client={client} write={write} />
      </>
    )}
  </Box>
);
