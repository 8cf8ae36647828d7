import type { ListedCase } from '@discord-channel/contracts';
import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Td, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { useCustomFields } from '../case-panel/custom-fields/custom-fields-context';
import { statusName } from '../case-panel/describe-changes';
import { Timestamp } from '../case-panel/timestamp';
import { WordBadges } from '../case-panel/word-badges';
import { text } from '../strings/text';

export interface CaseRowProps {
  case: ListedCase;
  onOpen: (found: ListedCase) => void;
  ofOneCustomer: boolean;
}

const statusVariant = { open: 'success', elevated: 'warning', closed: 'neutral' } as const;

/** A case in a row of the list. */
export const CaseRow: React.FC<CaseRowProps> = ({ case: found, onOpen, ofOneCustomer }) => {
  const held = useCustomFields().filter(({ id }) => id in found.customValues);
  return (
    <Tr>
      <Td>
        <Button variant="link" onClick={() => onOpen(found)}>
          {text('case.number', { number: found.number })}
        </Button>
      </Td>
      <Td>
        <Box display="flex" flexDirection="column" rowGap="space20" overflowWrap="anywhere">
          <bdi>{found.subject}</bdi>
          <Second>{text(`source.${found.source}`)}</Second>
          {held.map(({ id, name, kind }) => (
            <Second key={id}>
              {name}: {kind === 'checkbox' ? text('custom.yes') : found.customValues[id]}
            </Second>
          ))}
          <WordBadges label={text('field.tags')} words={found.tags} />
        </Box>
      </Td>
      <Td>
        <Badge as="span" variant={statusVariant[found.status]}>
          {statusName(found.status)}
        </Badge>
      </Td>
      {!ofOneCustomer && (
        <Td>
          <Box overflowWrap="anywhere">
            <bdi>{found.customer.name}</bdi>
            <Second>{found.customer.email}</Second>
            <Second>{found.customer.phone}</Second>
          </Box>
        </Td>
      )}
      <Td>
        <Box overflowWrap="anywhere">{found.owner?.name ?? text('owner.nobody')}</Box>
      </Td>
      <Td>
        <Timestamp at={found.createdAt} />
      </Td>
      <Td>
        <Box overflowWrap="anywhere">
          <Timestamp at={found.updatedAt} />
          <Second>{found.updatedBy}</Second>
          {found.closedAt !== null && (
            <Second>
              {text('case.closed')} <Timestamp at={found.closedAt} />
            </Second>
          )}
        </Box>
      </Td>
      <Td>{found.csatScore === null ? '' : text('cases.csat-of-five', { score: found.csatScore })}</Td>
    </Tr>
  );
};

/** What stands small below the first line of a cell; nothing where there is nothing to say. */
const Second: React.FC = ({ children }) =>
  children === null || children === undefined ? null : (
    <Text as="span" display="block" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
      {children}
    </Text>
  );
