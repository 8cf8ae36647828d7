import type { CannedResponse } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import type { CannedClient } from '../../functions-api/canned-client';
import { text } from '../../strings/text';
import { useOpened } from '../../views/use-opened';
import { DeleteDialog } from '../delete-dialog';
import { CannedForm } from './canned-form';
import { CannedTable } from './canned-table';
import { useCannedList } from './use-canned-list';

export interface CannedTabProps {
  canned: CannedClient;
  /** May change them. */
  leads: boolean;
  createId: () => string;
}

/** The answers that agents have at hand, and the one that is written. */
export const CannedTab: React.FC<CannedTabProps> = ({ canned, leads, createId }) => {
  const list = useCannedList(canned);
  const opened = useOpened<CannedResponse | 'new'>(list.refresh);
  const [toDelete, setToDelete] = React.useState<CannedResponse>();
  const { found, failure } = list;
  const remove = async ({ id, version }: CannedResponse) => {
    const result = await canned.delete({ id, version });
    return 'message' in result ? result.message : undefined;
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space60" paddingTop="space60">
      <Box display={opened.item ? 'none' : 'flex'} flexDirection="column" rowGap="space60" alignItems="start">
        <Text as="p">{text('canned.explanation')}</Text>
        {leads && found && found.servers.length > 0 && (
          <Button variant="primary" onClick={() => opened.open('new')}>
            {text('canned.add')}
          </Button>
        )}
        {failure !== undefined && (
          <PanelMessage heading={text('cases.failed')} text={failure} failed onRetry={list.refresh} />
        )}
        {!found && failure === undefined && <LoadingCase />}
        {found?.responses.length === 0 && <Text as="p">{text('canned.empty')}</Text>}
        {found && found.responses.length > 0 && (
          <CannedTable {...found} onEdit={leads ? opened.open : undefined} onDelete={leads ? setToDelete : undefined} />
        )}
      </Box>
      {opened.item && (
        <CannedForm
          client={canned}
          response={opened.item === 'new' ? undefined : opened.item}
          servers={found?.servers ?? []}
          createId={createId}
          onDone={opened.close}
        />
      )}
      {toDelete && (
        <DeleteDialog
          heading={text('canned.delete-heading')}
          question={text('canned.delete-question', { shortcut: toDelete.shortcut })}
          onDelete={() => remove(toDelete)}
          onDone={(deleted) => {
            setToDelete(undefined);
            if (deleted) list.refresh();
          }}
        />
      )}
    </Box>
  );
};
