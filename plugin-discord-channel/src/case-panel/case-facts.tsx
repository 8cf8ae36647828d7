import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { CaseEditForm } from './case-edit-form';
import { caseFieldValue } from './case-fields';
import { CustomValues } from './custom-fields/custom-values';
import { useInPlace } from './editing/use-in-place';
import { ProgressLine } from './progress-line';
import type { WriteCase } from './use-case';
import { useTakeCase } from './use-take-case';
import { WordBadges } from './word-badges';

export interface CaseFactsProps {
  case: CaseView;
  client: PanelClient;
  write: WriteCase;
}

const shown = ['priority', 'category', 'owner', 'followUpOn'] as const;

/** What the case is about, how urgent it is and whose it is; edited where it stands. */
export const CaseFacts: React.FC<CaseFactsProps> = (props) => {
  const { case: view } = props;
  const { editing, opener, begin, end } = useInPlace();
  const { progress, take } = useTakeCase(props);
  if (editing) return <CaseEditForm {...props} onDone={end} />;
  return (
    <Box as="section" aria-label={text('case.facts')} display="flex" flexDirection="column" rowGap="space40">
      {view.subject && <Box overflowWrap="anywhere">{view.subject}</Box>}
      <Box as="dl" margin="space0" display="grid" gridTemplateColumns="auto 1fr" columnGap="space50" rowGap="space20">
        {shown.map((field) => (
          <React.Fragment key={field}>
            <Text as="dt" color="colorTextWeak">
              {text(`field.${field}`)}
            </Text>
            <Text as="dd" margin="space0" overflowWrap="anywhere">
              {caseFieldValue(view, field) || text('edit.nothing')}
            </Text>
          </React.Fragment>
        ))}
      </Box>
      <CustomValues of="case" values={view.customValues} />
      <WordBadges label={text('field.tags')} words={view.tags} />
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30" rowGap="space30">
        <Button ref={opener} variant="secondary" size="small" onClick={begin}>
          {text('case.edit')}
        </Button>
        <Button variant="secondary" size="small" onClick={take}>
          {text('case.take')}
        </Button>
        <ProgressLine progress={progress} />
      </Box>
    </Box>
  );
};
