import type { CaseSummary } from '@discord-channel/contracts';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { statusName } from '../case-panel/describe-changes';
import { Timestamp } from '../case-panel/timestamp';
import { text } from '../strings/text';

export interface CaseTableProps {
  cases: readonly CaseSummary[];
  onOpen: (found: CaseSummary) => void;
}

/** Cases in rows; the number opens one. */
export const CaseTable: React.FC<CaseTableProps> = ({ cases, onOpen }) => (
  <Table aria-label={text('cases.tab.cases')}>
    <THead>
      <Tr>
        <Th width="140px">{text('cases.column.number')}</Th>
        <Th>{text('cases.column.subject')}</Th>
        <Th width="110px">{text('status.label')}</Th>
        <Th width="130px">{text('cases.column.source')}</Th>
        <Th width="170px">{text('player.heading')}</Th>
        <Th width="190px">{text('case.opened')}</Th>
      </Tr>
    </THead>
    <TBody>
      {cases.map((found) => (
        <Tr key={found.id}>
          <Td>
            <Button variant="link" onClick={() => onOpen(found)}>
              {text('case.number', { number: found.number })}
            </Button>
          </Td>
          <Td>{found.subject}</Td>
          <Td>{statusName(found.status)}</Td>
          <Td>{text(`source.${found.source}`)}</Td>
          <Td>{found.playerName}</Td>
          <Td>
            <Timestamp at={found.createdAt} />
          </Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);
