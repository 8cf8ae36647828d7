import type { CannedResponse, NamedServer } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { text } from '../../strings/text';
import { serverName } from '../server-choices';

export interface CannedTableProps {
  responses: readonly CannedResponse[];
  servers: readonly NamedServer[];
  /** Left out for who may only read. */
  onEdit: ((response: CannedResponse) => void) | undefined;
  onDelete: ((response: CannedResponse) => void) | undefined;
}

/** Canned responses in rows. */
export const CannedTable: React.FC<CannedTableProps> = ({ responses, servers, onEdit, onDelete }) => (
  <Table aria-label={text('canned.tab')}>
    <THead>
      <Tr>
        <Th width="160px">{text('canned.shortcut')}</Th>
        <Th width="140px">{text('articles.label')}</Th>
        <Th>{text('articles.text')}</Th>
        <Th width="110px">{text('articles.language')}</Th>
        <Th width="150px">{text('articles.server')}</Th>
        <Th width="180px">{text('articles.updated-by')}</Th>
        {onEdit && <Th width="150px">{text('settings.actions')}</Th>}
      </Tr>
    </THead>
    <TBody>
      {responses.map((response) => (
        <Tr key={response.id}>
          <Td>/{response.shortcut}</Td>
          <Td>{response.label ?? ''}</Td>
          <Td>
            <Box as="span" whiteSpace="pre-wrap">
              <bdi>{response.text}</bdi>
            </Box>
          </Td>
          <Td>{response.language ?? ''}</Td>
          <Td>{serverName(response, servers)}</Td>
          <Td>{response.updatedBy}</Td>
          {onEdit && onDelete && (
            <Td>
              <Box display="flex" columnGap="space30">
                <Button
                  variant="link"
                  aria-label={text('canned.edit-this', { shortcut: response.shortcut })}
                  onClick={() => onEdit(response)}
                >
                  {text('canned.edit-short')}
                </Button>
                <Button
                  variant="destructive_link"
                  aria-label={text('canned.delete-this', { shortcut: response.shortcut })}
                  onClick={() => onDelete(response)}
                >
                  {text('articles.delete')}
                </Button>
              </Box>
            </Td>
          )}
        </Tr>
      ))}
    </TBody>
  </Table>
);
