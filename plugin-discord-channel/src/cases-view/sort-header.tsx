import type { CaseSort, CaseSortKey } from '@discord-channel/contracts';
import { Button } from '@twilio-paste/core/button';
import { Th } from '@twilio-paste/core/table';
import { ArrowDownIcon } from '@twilio-paste/icons/cjs/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/cjs/ArrowUpIcon';
import React from 'react';
import { text } from '../strings/text';

export interface SortHeaderProps {
  label: string;
  by: CaseSortKey;
  sort: CaseSort;
  onSort: (sort: CaseSort) => void;
  width?: React.ComponentProps<typeof Th>['width'];
}

/** The head of a column; pressing it sorts by it, and pressing it again turns the order round. */
export const SortHeader: React.FC<SortHeaderProps> = ({ label, by, sort, onSort, width }) => {
  const active = sort.by === by;
  const descending = sort.direction === 'descending';
  const turned = active && !descending ? 'descending' : 'ascending';
  const newestFirst = by === 'number' || by === 'updated' || by === 'csat';
  const direction = active ? turned : newestFirst ? 'descending' : 'ascending';
  return (
    <Th width={width} aria-sort={active ? sort.direction : undefined}>
      <Button
        variant="inverse_link"
        aria-label={text(active ? 'cases.sort-turn' : 'cases.sort-by', { column: label })}
        onClick={() => onSort({ by, direction: active && descending ? 'ascending' : direction })}
      >
        {label}
        {active &&
          (descending ? <ArrowDownIcon decorative size="sizeIcon10" /> : <ArrowUpIcon decorative size="sizeIcon10" />)}
      </Button>
    </Th>
  );
};
