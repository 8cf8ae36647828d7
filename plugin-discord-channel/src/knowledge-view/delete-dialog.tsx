import { AlertDialog } from '@twilio-paste/core/alert-dialog';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { useMounted } from '../case-panel/use-case';
import { text } from '../strings/text';

export interface DeleteDialogProps {
  heading: string;
  question: string;
  /** Deletes it. Resolves to why it was not, in words, or undefined. */
  onDelete: () => Promise<string | undefined>;
  /** @param deleted whether it is gone, or may be */
  onDone: (deleted: boolean) => void;
}

/** Asks before something is taken away for good, and says why it could not be. */
export const DeleteDialog: React.FC<DeleteDialogProps> = ({ heading, question, onDelete, onDone }) => {
  const [failure, setFailure] = React.useState<string>();
  const busy = React.useRef(false);
  const mounted = useMounted();
  const confirm = async () => {
    if (busy.current) return;
    busy.current = true;
    const reason = await onDelete();
    busy.current = false;
    if (!mounted.current) return;
    if (reason === undefined) return onDone(true);
    setFailure(reason);
  };
  return (
    <AlertDialog
      destructive
      isOpen
      heading={heading}
      onConfirm={() => void confirm()}
      onConfirmLabel={text('articles.delete')}
      onDismiss={() => onDone(failure !== undefined)}
      onDismissLabel={text('edit.cancel')}
    >
      {question}
      <Box as="span" display="block" role="alert" color="colorTextError">
        {failure !== undefined && text('articles.not-deleted', { reason: failure })}
      </Box>
    </AlertDialog>
  );
};
