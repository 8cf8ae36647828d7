import React from 'react';
import { ContactTab } from '../../case-panel/contact-tab';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import { useCase } from '../../case-panel/use-case';
import type { PanelClient } from '../../functions-api/panel-client';
import type { CaseFeed } from '../../live/case-feed';
import { text } from '../../strings/text';

export interface EditableContactProps {
  /** The contact's newest case: there the change is told in the history. */
  caseId: string;
  client: PanelClient;
  feed: CaseFeed;
}

/** What is known of the contact of a case, to be edited. */
export const EditableContact: React.FC<EditableContactProps> = ({ caseId, client, feed }) => {
  const { state, reload, write } = useCase({ client, feed, reference: { caseId } });
  switch (state.kind) {
    case 'loading':
      return <LoadingCase />;
    case 'ready':
      return <ContactTab case={state.case} client={client} write={write} />;
    default:
      return (
        <PanelMessage
          heading={text('panel.failed.heading')}
          text={state.kind === 'failed' ? state.message : text('panel.no-case.text')}
          failed
          onRetry={reload}
        />
      );
  }
};
