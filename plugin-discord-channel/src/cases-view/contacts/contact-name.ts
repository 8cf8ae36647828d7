import type { ListedContact } from '@discord-channel/contracts';

/** What a contact is called in a list: the name that agents know, else how the channel calls the contact. */
export const contactName = ({ firstName, lastName, name }: ListedContact): string =>
  [firstName, lastName].filter(Boolean).join(' ') || name;
