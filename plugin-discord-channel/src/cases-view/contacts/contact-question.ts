import type { ContactSort, ListedContact } from '@discord-channel/contracts';
import type { AskedList } from '../use-asked-list';

/** Whom an agent looks for, and in which order. */
export interface ContactQuestion {
  search: string;
  labels: string[];
  sort: ContactSort;
}

export const everybody: ContactQuestion = { search: '', labels: [], sort: { by: 'name', direction: 'ascending' } };

export type ContactList = AskedList<ContactQuestion, ListedContact>;
