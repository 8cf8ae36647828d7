import type { ContactSort, ListedContact } from '@discord-channel/contracts';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { Timestamp } from '../../case-panel/timestamp';
import { WordBadges } from '../../case-panel/word-badges';
import { text } from '../../strings/text';
import { SortHeader } from '../../views/sort-header';
import { contactName } from './contact-name';

export interface ContactTableProps {
  contacts: readonly ListedContact[];
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
  onOpen: (contact: ListedContact) => void;
}

/** Contacts in rows; the name opens one, the heads of columns sort them. */
export const ContactTable: React.FC<ContactTableProps> = ({ contacts, sort, onSort, onOpen }) => {
  const head = { sort, onSort };
  return (
    <Table aria-label={text('cases.tab.contacts')} tableLayout="fixed">
      <THead>
        <Tr>
          <SortHeader {...head} by="name" label={text('settings.name')} />
          <SortHeader {...head} by="email" label={text('field.email')} />
          <Th width="160px">{text('field.phone')}</Th>
          <Th width="200px">{text('field.labels')}</Th>
          <Th width="110px">{text('settings.cases')}</Th>
          <SortHeader {...head} by="created" label={text('contacts.known-since')} width="160px" />
          <SortHeader {...head} by="updated" label={text('case.updated')} width="160px" />
        </Tr>
      </THead>
      <TBody>
        {contacts.map((contact) => (
          <Tr key={contact.id}>
            <Td>
              <Button variant="link" onClick={() => onOpen(contact)}>
                <bdi>{contactName(contact)}</bdi>
              </Button>
              {contact.username !== null && (
                <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20" overflowWrap="anywhere">
                  <bdi>@{contact.username}</bdi>
                </Text>
              )}
            </Td>
            <Td>{contact.email}</Td>
            <Td>{contact.phone}</Td>
            <Td>
              <WordBadges label={text('field.labels')} words={contact.labels} />
            </Td>
            <Td>
              {text('contacts.cases', { all: contact.cases.all, open: contact.cases.all - contact.cases.closed })}
            </Td>
            <Td>
              <Timestamp at={contact.createdAt} />
            </Td>
            <Td>
              <Timestamp at={contact.updatedAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
};
