import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { DeleteDialog } from '../knowledge-view/delete-dialog';
import { text } from '../strings/text';
import type { WriteCase } from './use-case';

export interface DeleteCaseProps {
  case: CaseView;
  client: PanelClient;
  write: WriteCase;
}

/** The way to delete a case, for supervisors and administrators: says what goes and what stays, and asks. */
export const DeleteCase: React.FC<DeleteCaseProps> = ({ case: view, client, write }) => {
  const { number, version, notes } = view;
  const [asking, setAsking] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  const remove = async () => {
    const result = await write(({ id: caseId }) => client.deleteCase({ caseId, version, notes: notes.length }));
    return 'message' in result ? result.message : undefined;
  };
  const close = () => {
    setAsking(false);
    // Once the dialog is gone.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Box>
      <Button ref={opener} variant="destructive_secondary" size="small" onClick={() => setAsking(true)}>
        {text('delete.case')}
      </Button>
      {asking && (
        <DeleteDialog
          heading={text('delete.heading', { number })}
          question={text('delete.question')}
          onDelete={remove}
          onDone={close}
        />
      )}
    </Box>
  );
};
