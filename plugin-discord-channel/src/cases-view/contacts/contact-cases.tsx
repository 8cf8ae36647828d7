import type { ListedCase } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
import type { FindClient } from '../../functions-api/find-client';
import type { CaseFeed } from '../../live/case-feed';
import { useLiveList } from '../../live/use-live-list';
import { text } from '../../strings/text';
import { CaseResults } from '../case-results';
import { everything, useCaseList } from '../use-case-list';

export interface ContactCasesProps {
  contactId: string;
  find: FindClient;
  feed: CaseFeed;
  onOpen: (found: ListedCase) => void;
}

/** The cases of a contact, newest first. */
export const ContactCases: React.FC<ContactCasesProps> = ({ contactId, find, feed, onOpen }) => {
  const list = useCaseList(find.findCases, { ...everything, filters: { contactId } });
  useLiveList(feed, list.refresh);
  return (
    <Box as="section" aria-label={text('contacts.cases-of')} display="flex" flexDirection="column" rowGap="space50">
      <Heading as="h3" variant="heading50" marginBottom="space0">
        {text('contacts.cases-of')}
      </Heading>
      <CaseResults list={list} onOpen={onOpen} ofOneCustomer />
    </Box>
  );
};
