import type { CasePriority } from '@discord-channel/contracts';
import React from 'react';
import { text } from '../strings/text';
import type { CaseFactsProps } from './case-facts';
import { priorityName } from './case-fields';
import { CustomInputs } from './custom-fields/custom-inputs';
import { EditField } from './editing/edit-field';
import { EditFrame } from './editing/edit-frame';
import { TagsField } from './editing/tags-field';
import { useAgents } from './use-agents';
import { useCaseEdit } from './use-case-edit';

export interface CaseEditFormProps extends CaseFactsProps {
  onDone: () => void;
}

const priorities: readonly CasePriority[] = ['low', 'normal', 'high', 'urgent'];

/** Subject, priority, category, owner, follow-up and tags of a case, saved together. */
export const CaseEditForm: React.FC<CaseEditFormProps> = ({ onDone, ...props }) => {
  const form = useCaseEdit({ ...props, onSaved: onDone });
  const agents = useAgents(props.client);
  const { owner } = props.case;
  const others = agents.filter(({ id }) => id !== owner?.id);
  const owners = [
    { value: '', name: text('owner.nobody') },
    ...[...(owner ? [owner] : []), ...others].map(({ id, name }) => ({ value: id, name })),
  ];
  return (
    <EditFrame label={text('case.edit')} form={form} onCancel={onDone}>
      <EditField form={form} name="subject" label={text('field.subject')} required />
      <EditField
        form={form}
        name="priority"
        label={text('field.priority')}
        kind="choice"
        choices={priorities.map((value) => ({ value, name: priorityName(value) }))}
      />
      <EditField form={form} name="category" label={text('field.category')} />
      <TagsField form={form} />
      <EditField
        form={form}
        name="owner"
        label={text('field.owner')}
        kind="choice"
        choices={owners}
        hint={text('owner.hint')}
      />
      <EditField form={form} name="followUpOn" label={text('field.followUpOn')} kind="day" />
      <CustomInputs form={form} of="case" />
    </EditFrame>
  );
};
