import React from 'react';
import { ContactTab } from '../../case-panel/contact-tab';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import { text } from '../../strings/text';
import { type UseContactOptions, useContact } from './use-contact';

/** What is known of somebody in the list of contacts, to be edited. */
export const EditableContact: React.FC<UseContactOptions> = (options) => {
  const { state, reload, save } = useContact(options);
  switch (state.kind) {
    case 'loading':
      return <LoadingCase />;
    case 'failed':
      return <PanelMessage heading={text('contacts.failed')} text={state.message} failed onRetry={reload} />;
    case 'ready':
      return <ContactTab contact={state.contact} save={save} />;
  }
};
