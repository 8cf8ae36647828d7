import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { CustomInputs } from '../case-panel/custom-fields/custom-inputs';
import { CheckboxesField } from '../case-panel/editing/checkboxes-field';
import { EditField } from '../case-panel/editing/edit-field';
import { TagsField } from '../case-panel/editing/tags-field';
import type { EditForm } from '../case-panel/editing/use-edit-form';
import { WordsField } from '../case-panel/editing/words-field';
import { useAgents } from '../case-panel/use-agents';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { type FilterFields, nobody } from './filter-fields';

export interface AdvancedSearchProps {
  form: EditForm<FilterFields>;
  client: PanelClient;
}

const statuses = (['open', 'elevated', 'closed'] as const).map((value) => ({ value, name: text(`status.${value}`) }));
const scores = ['1', '2', '3', '4', '5'].map((value) => ({ value, name: value }));

/** Everything that cases can be narrowed by, beside words. */
export const AdvancedSearch: React.FC<AdvancedSearchProps> = ({ form, client }) => {
  // Asked for anew each time it folds out: somebody may have worked on a first case meanwhile.
  const agents = useAgents(client);
  const anybody = { value: '', name: text('filter.anybody') };
  const people = agents.map(({ id, name }) => ({ value: id, name }));
  return (
    <Box
      display="grid"
      gridTemplateColumns="repeat(auto-fit, minmax(220px, 1fr))"
      columnGap="space60"
      rowGap="space60"
      alignItems="start"
    >
      <EditField form={form} name="from" label={text('filter.from')} kind="day" />
      <EditField form={form} name="to" label={text('filter.to')} kind="day" />
      <EditField form={form} name="keyword" label={text('filter.keyword')} />
      <EditField form={form} name="number" label={text('filter.number')} />
      <EditField form={form} name="agent" label={text('filter.agent')} kind="choice" choices={[anybody, ...people]} />
      <EditField
        form={form}
        name="owner"
        label={text('filter.owner')}
        kind="choice"
        choices={[anybody, { value: nobody, name: text('owner.nobody') }, ...people]}
      />
      <TagsField form={form} all />
      <WordsField form={form} name="labels" label={text('filter.labels')} />
      <CustomInputs form={form} of="case" />
      <CustomInputs form={form} of="contact" />
      <CheckboxesField form={form} name="statuses" label={text('status.label')} choices={statuses} />
      <CheckboxesField form={form} name="csatScores" label={text('filter.csat')} choices={scores} />
    </Box>
  );
};
