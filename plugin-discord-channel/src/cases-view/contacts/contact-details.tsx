import type { ListedCase, ListedContact } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { CaseById } from '../../case-panel/case-by-id';
import { text } from '../../strings/text';
import { DetailFrame } from '../../views/detail-frame';
import { useOpened } from '../../views/use-opened';
import type { CasesViewDependencies } from '../cases-view';
import { ContactCases } from './contact-cases';
import { contactName } from './contact-name';
import { EditableContact } from './editable-contact';

export interface ContactDetailsProps extends CasesViewDependencies {
  contact: ListedContact;
}

/** A contact with what we know, which can be edited, and the cases, each of which can be opened. */
export const ContactDetails: React.FC<ContactDetailsProps> = ({ contact, find, ...panel }) => {
  const opened = useOpened<ListedCase>(() => {});
  return (
    <>
      <Box padding="space70" display={opened.item ? 'none' : 'flex'} flexDirection="column" rowGap="space70">
        <Heading as="h2" variant="heading30" marginBottom="space0">
          <bdi>{contactName(contact)}</bdi>
        </Heading>
        <Box maxWidth="size70">
          <EditableContact contactId={contact.id} client={panel.client} feed={panel.feed} />
        </Box>
        {contact.newestCaseId === null ? (
          <Text as="p" color="colorTextWeak">
            {text('contacts.no-cases')}
          </Text>
        ) : (
          <ContactCases contactId={contact.id} find={find} feed={panel.feed} onOpen={opened.open} />
        )}
      </Box>
      {opened.item && (
        <DetailFrame backText={text('contacts.back')} onBack={opened.close}>
          <CaseById reference={{ caseId: opened.item.id }} {...panel} />
        </DetailFrame>
      )}
    </>
  );
};
