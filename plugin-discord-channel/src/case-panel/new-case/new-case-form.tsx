import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { Heading } from '@twilio-paste/core/heading';
import React from 'react';
import { text } from '../../strings/text';
import type { CasePanelDependencies } from '../case-panel';
import type { NamedTask } from '../case-task';
import { channelLabel } from '../channel-label';
import { statusName } from '../describe-changes';
import { EditField } from '../editing/edit-field';
import { EditFrame } from '../editing/edit-frame';
import { TagsField } from '../editing/tags-field';
import { prefillOf } from './prefill';
import { useNewCase } from './use-new-case';

export interface NewCaseFormProps extends Pick<CasePanelDependencies, 'work' | 'createId'> {
  /** The selected task, of any channel. */
  task: NamedTask | null | undefined;
  onCreated: (view: CaseView, usedTask: boolean) => void;
  onCancel: () => void;
}

const statuses: readonly CaseStatus[] = ['open', 'elevated', 'closed'];
const contactFields = ['firstName', 'lastName', 'email', 'phone'] as const;

/** A new case, filled in from the current task where there is one. */
export const NewCaseForm: React.FC<NewCaseFormProps> = ({ task, work, createId, onCreated, onCancel }) => {
  const [prefill] = React.useState(() => prefillOf(task));
  const { form, usesTask, setTaskUse } = useNewCase({ client: work, createId, prefill, onCreated });
  const who = prefill?.task.name ?? prefill?.task.address ?? '';
  return (
    <Box padding="space70" display="flex" flexDirection="column" rowGap="space60">
      <Heading as="h2" variant="heading30" marginBottom="space0">
        {text('new-case.heading')}
      </Heading>
      <EditFrame label={text('new-case.heading')} form={form} onCancel={onCancel} saveText={text('new-case.save')}>
        {prefill && (
          <Checkbox
            checked={usesTask}
            onChange={(event) => setTaskUse(event.currentTarget.checked)}
            helpText={text('new-case.task', { name: who, channel: channelLabel(prefill.task.channel) })}
          >
            {text('new-case.use-task')}
          </Checkbox>
        )}
        <EditField form={form} name="note" label={text('new-case.note')} kind="paragraph" required />
        <EditField form={form} name="subject" label={text('field.subject')} hint={text('new-case.subject-hint')} />
        <EditField
          form={form}
          name="status"
          label={text('status.label')}
          kind="choice"
          choices={statuses.map((value) => ({ value, name: statusName(value) }))}
        />
        <TagsField form={form} />
        {contactFields.map((name) => (
          <EditField key={name} form={form} name={name} label={text(`field.${name}`)} />
        ))}
      </EditFrame>
    </Box>
  );
};
