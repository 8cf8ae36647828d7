import type { CaseSort, CaseSortKey } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { text } from '../strings/text';

export interface SortFieldsProps {
  sort: CaseSort;
  onSort: (sort: CaseSort) => void;
}

const keys: readonly CaseSortKey[] = ['number', 'updated', 'subject', 'status', 'customer', 'owner', 'csat'];

/** What the list is sorted by and which way round, in words; the same as the heads of its columns do. */
export const SortFields: React.FC<SortFieldsProps> = ({ sort, onSort }) => {
  const [byId, directionId] = [useUID(), useUID()];
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space60">
      <Box>
        <Label htmlFor={byId}>{text('sort.by')}</Label>
        <Select
          id={byId}
          value={sort.by}
          onChange={(event) => onSort({ ...sort, by: event.currentTarget.value as CaseSortKey })}
        >
          {keys.map((key) => (
            <Option key={key} value={key}>
              {text(`sort.${key}`)}
            </Option>
          ))}
        </Select>
      </Box>
      <Box>
        <Label htmlFor={directionId}>{text('sort.direction')}</Label>
        <Select
          id={directionId}
          value={sort.direction}
          onChange={(event) => onSort({ ...sort, direction: event.currentTarget.value as CaseSort['direction'] })}
        >
          <Option value="ascending">{text('sort.ascending')}</Option>
          <Option value="descending">{text('sort.descending')}</Option>
        </Select>
      </Box>
    </Box>
  );
};
