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

export interface StatusReasonProps extends CaseFactsProps {
  /** The status that the agent chose here: its reason is asked for at once. */
  chosen?: CaseView['status'];
}

/** Why a case is elevated, or how it was resolved; nothing for an open one. */
export const StatusReason: React.FC<StatusReasonProps> = ({ chosen, ...props }) => {
  // What is being written stays, whatever becomes of the status meanwhile; saving it then says what is wrong.
  const [written, setWritten] = React.useState<ReasonField>();
  const field = written ?? fieldOf[props.case.status];
  if (!field) return null;
  return <Reason key={field} field={field} asked={chosen === props.case.status} onEditing={setWritten} {...props} />;
};

interface ReasonProps extends CaseFactsProps {
  field: ReasonField;
  /** The form is open from the first moment. */
  asked: boolean;
  /** Told which field is being edited. */
  onEditing: (field: ReasonField | undefined) => void;
}

const Reason: React.FC<ReasonProps> = ({ field, asked, onEditing, ...props }) => {
  const { editing, opener, begin, end } = useInPlace();
  const [open, setOpen] = React.useState(asked);
  const [touched, setTouched] = React.useState(false);
  const isEditing = editing || (open && touched);
  React.useEffect(() => onEditing(isEditing ? field : undefined), [isEditing, field, onEditing]);
  const reason = props.case[field];
  const close = () => {
    setOpen(false);
    setTouched(false);
    end();
  };
  // Asked for unbidden it takes no focus: the agent may be writing to the player.
  if (open || editing) {
    return <ReasonForm field={field} onDone={close} focused={editing} onTouched={setTouched} {...props} />;
  }
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

interface ReasonFormProps extends CaseFactsProps {
  field: ReasonField;
  focused: boolean;
  onTouched: (touched: boolean) => void;
  onDone: () => void;
}

const ReasonForm: React.FC<ReasonFormProps> = (props) => {
  const { field, case: view, client, write, focused, onTouched, onDone } = props;
  const form = useEditForm<{ [name: string]: string }>({
    current: { [field]: view[field] ?? '' },
    version: view.version,
    view,
    send: (changes, version) => write(({ id: caseId }) => client.editCase({ caseId, version, changes })),
    describe: (now = view) => describeChanges(view, now),
    onSaved: onDone,
  });
  React.useEffect(() => onTouched(form.touched), [form.touched, onTouched]);
  return (
    <EditFrame
      label={text(`reason.edit.${field}`)}
      form={form}
      onCancel={onDone}
      focused={focused}
      saveText={text('reason.save')}
    >
      <EditField form={form} name={field} label={text(`field.${field}`)} kind="paragraph" />
    </EditFrame>
  );
};
