import { Box } from '@twilio-paste/core/box';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';

export interface ChoiceFieldProps {
  label: string;
  value: string;
  choices: ReadonlyArray<{ value: string; name: string }>;
  onChoose: (value: string) => void;
}

/** One of several, with its label. */
export const ChoiceField: React.FC<ChoiceFieldProps> = ({ label, value, choices, onChoose }) => {
  const id = useUID();
  return (
    <Box minWidth="size20">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.name}
          </Option>
        ))}
      </Select>
    </Box>
  );
};
