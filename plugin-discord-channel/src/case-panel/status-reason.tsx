import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import type { CaseFactsProps } from './case-facts';
import { describeChanges } from './describe-changes';
import { EditField } from './editing/edit-field';
import { EditFrame } from './editing/edit-frame';
import { useEditForm } from './editing/use-edit-form';
import { useInPlace } from './editing/use-in-place';

type ReasonField = 'elevationReason' | 'resolution';
const fieldOf: Record<CaseView['status'], ReasonField | undefined> = {
  open: undefined,
  elevated: 'elevationReason',
  closed: 'resolution',
};

/** Why a case is elevated, or how it was resolved; nothing for an open one. */
export const StatusReason: React.FC<CaseFactsProps> = (props) => {
  // What is being written stays, whatever becomes of the status meanwhile; saving it then says what is wrong.
  const [written, setWritten] = React.useState<ReasonField>();
  const field = written ?? fieldOf[props.case.status];
  return field ? <Reason key={field} field={field} onEditing={setWritten} {...props} /> : null;
};

interface ReasonProps extends CaseFactsProps {
  field: ReasonField;
  /** Told which field is being edited. */
  onEditing: (field: ReasonField | undefined) => void;
}

const Reason: React.FC<ReasonProps> = ({ field, onEditing, ...props }) => {
  const { editing, opener, begin, end } = useInPlace();
  React.useEffect(() => onEditing(editing ? field : undefined), [editing, field, onEditing]);
  const reason = props.case[field];
  if (editing) return <ReasonForm field={field} onDone={end} {...props} />;
  return (
    <Box as="section" aria-label={text(`field.${field}`)} display="flex" flexDirection="column" rowGap="space30">
      {reason && (
        <Text as="p" whiteSpace="pre-wrap" overflowWrap="anywhere">
          {text(`field.${field}`)}: {reason}
        </Text>
      )}
      <Box>
        <Button ref={opener} variant="secondary" size="small" onClick={begin}>
          {text(reason ? `reason.edit.${field}` : `reason.add.${field}`)}
        </Button>
      </Box>
    </Box>
  );
};

const ReasonForm: React.FC<Omit<ReasonProps, 'onEditing'> & { onDone: () => void }> = ({
  field,
  case: view,
  client,
  write,
  onDone,
}) => {
  const form = useEditForm<{ [name: string]: string }>({
    current: { [field]: view[field] ?? '' },
    version: view.version,
    view,
    send: (changes, version) => write(({ id: caseId }) => client.editCase({ caseId, version, changes })),
    describe: (now) => describeChanges(view, now),
    onSaved: onDone,
  });
  return (
    <EditFrame label={text(`reason.edit.${field}`)} form={form} onCancel={onDone}>
      <EditField form={form} name={field} label={text(`field.${field}`)} kind="paragraph" />
    </EditFrame>
  );
};
