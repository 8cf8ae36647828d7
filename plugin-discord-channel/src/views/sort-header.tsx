import { Button } from '@twilio-paste/core/button';
import { Th } from '@twilio-paste/core/table';
import { ArrowDownIcon } from '@twilio-paste/icons/cjs/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/cjs/ArrowUpIcon';
import React from 'react';
import { text } from '../strings/text';

interface Sort<Key> {
  by: Key;
  direction: 'ascending' | 'descending';
}

export interface SortHeaderProps<Key> {
  label: string;
  by: Key;
  sort: Sort<Key>;
  onSort: (sort: Sort<Key>) => void;
  width?: React.ComponentProps<typeof Th>['width'];
}

/** The head of a column; pressing it sorts by it, and pressing it again turns the order round. */
export function SortHeader<Key extends string>(props: SortHeaderProps<Key>): React.ReactElement {
  const { label, by, sort, onSort, width } = props;
  const active = sort.by === by;
  const descending = sort.direction === 'descending';
  const turned = active && !descending ? 'descending' : 'ascending';
  const mostFirst = ['number', 'updated', 'created', 'csat', 'not-helpful'].includes(by);
  const direction = active ? turned : mostFirst ? 'descending' : 'ascending';
  return (
    <Th width={width} aria-sort={active ? sort.direction : undefined}>
      <Button
        variant="link"
        aria-label={text(active ? 'cases.sort-turn' : 'cases.sort-by', { column: label })}
        onClick={() => onSort({ by, direction: active && descending ? 'ascending' : direction })}
      >
        {label}
        {active &&
          (descending ? <ArrowDownIcon decorative size="sizeIcon10" /> : <ArrowUpIcon decorative size="sizeIcon10" />)}
      </Button>
    </Th>
  );
}
