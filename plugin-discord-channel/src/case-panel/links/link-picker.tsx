import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../../strings/text';
import { caseTaskOf, type NamedTask } from '../case-task';
import { channelLabel } from '../channel-label';

export interface LinkPickerProps {
  tasks: readonly NamedTask[];
  onPick: (task: NamedTask) => void;
}

/** The agent's other tasks, one of which may be about the case. */
export const LinkPicker: React.FC<LinkPickerProps> = ({ tasks, onPick }) => {
  const [chosen, setChosen] = React.useState('');
  const id = useUID();
  const picked = tasks.find(({ taskSid }) => taskSid === chosen) ?? tasks[0];
  return (
    <Box>
      <Label htmlFor={id}>{text('links.add-label')}</Label>
      <Box display="flex" columnGap="space30">
        <Box flexGrow={1} minWidth="size0">
          <Select id={id} value={picked?.taskSid} onChange={(event) => setChosen(event.currentTarget.value)}>
            {tasks.map((task) => (
              <Option key={task.taskSid} value={task.taskSid ?? ''}>
                {nameOf(task)}
              </Option>
            ))}
          </Select>
        </Box>
        <Button variant="secondary" onClick={() => picked && onPick(picked)}>
          {text('links.add')}
        </Button>
      </Box>
    </Box>
  );
};

function nameOf(task: NamedTask): string {
  const own = caseTaskOf(task);
  return text('links.choice', { name: own?.name ?? own?.address ?? '', channel: channelLabel(own?.channel ?? '') });
}
