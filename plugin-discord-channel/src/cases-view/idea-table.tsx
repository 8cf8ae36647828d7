import type { FeatureRequest } from '@discord-channel/contracts';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { Timestamp } from '../case-panel/timestamp';
import { text } from '../strings/text';

export interface IdeaTableProps {
  ideas: readonly FeatureRequest[];
  onOpen: (idea: FeatureRequest) => void;
}

/** Players' ideas in rows; the number opens one. */
export const IdeaTable: React.FC<IdeaTableProps> = ({ ideas, onOpen }) => (
  <Table aria-label={text('cases.tab.ideas')}>
    <THead>
      <Tr>
        <Th width="140px">{text('cases.column.number')}</Th>
        <Th>{text('cases.column.title')}</Th>
        <Th width="170px">{text('player.heading')}</Th>
        <Th width="190px">{text('ideas.shared')}</Th>
      </Tr>
    </THead>
    <TBody>
      {ideas.map((idea) => (
        <Tr key={idea.id}>
          <Td>
            <Button variant="link" onClick={() => onOpen(idea)}>
              {text('ideas.number', { number: idea.number })}
            </Button>
          </Td>
          <Td>{idea.title}</Td>
          <Td>{idea.player.displayName}</Td>
          <Td>
            <Timestamp at={idea.createdAt} />
          </Td>
        </Tr>
      ))}
    </TBody>
  </Table>
);
