import type { CaseSort, ListedCase } from '@discord-channel/contracts';
import { Table, TBody, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { text } from '../strings/text';
import { SortHeader } from '../views/sort-header';
import { CaseRow } from './case-row';

export interface CaseTableProps {
  cases: readonly ListedCase[];
  sort: CaseSort;
  onSort: (sort: CaseSort) => void;
  onOpen: (found: ListedCase) => void;
  /** They are all one customer's, who is named above them. */
  ofOneCustomer?: boolean;
}

/** Cases in rows; the number opens one, the heads of columns sort them. */
export const CaseTable: React.FC<CaseTableProps> = ({ cases, sort, onSort, onOpen, ofOneCustomer = false }) => {
  const head = { sort, onSort };
  return (
    <Table aria-label={text('cases.tab.cases')} tableLayout="fixed">
      <THead>
        <Tr>
          <SortHeader {...head} by="number" label={text('cases.column.number')} width="130px" />
          <SortHeader {...head} by="subject" label={text('cases.column.subject')} />
          <SortHeader {...head} by="status" label={text('status.label')} width="110px" />
          {!ofOneCustomer && <SortHeader {...head} by="customer" label={text('cases.column.customer')} width="190px" />}
          <SortHeader {...head} by="owner" label={text('field.owner')} width="150px" />
          <Th width="160px">{text('case.opened')}</Th>
          <SortHeader {...head} by="updated" label={text('case.updated')} width="160px" />
          <SortHeader {...head} by="csat" label={text('cases.column.csat')} width="90px" />
        </Tr>
      </THead>
      <TBody>
        {cases.map((found) => (
          <CaseRow key={found.id} case={found} onOpen={onOpen} ofOneCustomer={ofOneCustomer} />
        ))}
      </TBody>
    </Table>
  );
};
