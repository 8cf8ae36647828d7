import { Box } from '@twilio-paste/core/box';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import type { ImportState } from './use-import';

/** How an import goes, or what is wrong with the file, line by line. */
export const ImportOutcome: React.FC<{ state: ImportState }> = ({ state }) => (
  <Box>
    <Box role="status">
      {state.kind === 'sending' && text('import.sending', { percent: state.percent })}
      {state.kind === 'done' && text('import.done', state)}
    </Box>
    <Box role="alert">
      {(state.kind === 'rejected' || state.kind === 'failed') && (
        <Text as="p" color="colorTextError">
          {state.kind === 'failed' ? state.message : text('import.rejected')}
        </Text>
      )}
    </Box>
    {state.kind === 'rejected' && (
      <Table aria-label={text('import.problems')}>
        <THead>
          <Tr>
            <Th width="100px">{text('import.line')}</Th>
            <Th>{text('import.reason')}</Th>
          </Tr>
        </THead>
        <TBody>
          {state.problems.map(({ line, reason }) => (
            <Tr key={`${line} ${reason}`}>
              <Td>{line}</Td>
              <Td>{reason}</Td>
            </Tr>
          ))}
          {state.more > 0 && (
            <Tr>
              <Td> </Td>
              <Td>{text('import.more', { count: state.more })}</Td>
            </Tr>
          )}
        </TBody>
      </Table>
    )}
  </Box>
);
