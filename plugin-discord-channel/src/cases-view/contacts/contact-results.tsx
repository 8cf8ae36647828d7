import type { ListedContact } from '@discord-channel/contracts';
import React from 'react';
import { text } from '../../strings/text';
import { FoundItems } from '../found-items';
import type { ContactList } from './contact-question';
import { ContactTable } from './contact-table';

export interface ContactResultsProps {
  list: ContactList;
  onOpen: (contact: ListedContact) => void;
}

/** Whom the search found. */
export const ContactResults: React.FC<ContactResultsProps> = ({ list, onOpen }) => (
  <FoundItems list={list} described={describe(list)}>
    {(contacts) => (
      <ContactTable
        contacts={contacts}
        sort={list.question.sort}
        onSort={(sort) => list.ask({ ...list.question, sort })}
        onOpen={onOpen}
      />
    )}
  </FoundItems>
);

function describe({ items = [], question: { search, labels }, next, nearly }: ContactList): string {
  if (items.length > 0) {
    const shown = text(next === null ? 'cases.found-all' : 'cases.found', { count: items.length });
    return nearly ? `${text('contacts.nearly', { search })} ${shown}` : shown;
  }
  if (search !== '') return text('cases.nothing-found', { search });
  return text(labels.length > 0 ? 'contacts.nobody-labelled' : 'contacts.empty');
}
