import type { ListedContact } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { DetailFrame } from '../../views/detail-frame';
import { useOpened } from '../../views/use-opened';
import type { CasesViewDependencies } from '../cases-view';
import { useAskedList } from '../use-asked-list';
import { ContactDetails } from './contact-details';
import { everybody } from './contact-question';
import { ContactResults } from './contact-results';
import { ContactSearchForm } from './contact-search-form';
import { useLabels } from './use-labels';

/** Contacts: the search, whom it found, and the one who is opened. */
export const ContactListTab: React.FC<CasesViewDependencies> = (dependencies) => {
  const { find } = dependencies;
  const list = useAskedList(find.findContacts, everybody);
  const labels = useLabels(find.findLabels);
  const refresh = async () => {
    await Promise.all([list.refresh(), labels.refresh()]);
  };
  const opened = useOpened<ListedContact>(refresh);
  return (
    <>
      <Box display={opened.item ? 'none' : 'flex'} flexDirection="column" rowGap="space60" paddingTop="space60">
        <ContactSearchForm list={{ ...list, refresh }} labels={labels.labels} />
        <ContactResults list={list} onOpen={opened.open} />
      </Box>
      {opened.item && (
        <DetailFrame onBack={opened.close} wide>
          <ContactDetails contact={opened.item} {...dependencies} />
        </DetailFrame>
      )}
    </>
  );
};
