import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../../strings/text';
import type { CaseQuestion } from '../use-case-list';
import type { CaseExport, ExportState } from './use-case-export';

export interface ExportCasesProps {
  /** What is exported: the cases that this finds. */
  question: CaseQuestion;
  exporting: CaseExport;
}

/** Saves the cases found as a table, and tells how far that has come. */
export const ExportCases: React.FC<ExportCasesProps> = ({ question, exporting: { state, start, goOn, cancel } }) => (
  <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space30" alignItems="center">
    <Button variant="secondary" loading={state.kind === 'running'} onClick={() => start(question)}>
      {text('export.start')}
    </Button>
    {state.kind === 'failed' && (
      <Button variant="secondary" onClick={goOn}>
        {text('export.go-on')}
      </Button>
    )}
    {(state.kind === 'running' || state.kind === 'failed') && (
      <Button variant="secondary" onClick={cancel}>
        {text('edit.cancel')}
      </Button>
    )}
    <Box role="status">
      <Text as="span" color={state.kind === 'failed' ? 'colorTextError' : 'colorTextWeak'}>
        {describe(state)}
      </Text>
    </Box>
  </Box>
);

function describe(state: ExportState): string {
  if (state.kind === 'idle') return '';
  const count = state.count.toLocaleString();
  if (state.kind === 'failed') return text('export.failed', { count, reason: state.message });
  return text(`export.${state.kind}`, { count });
}
