import type { CaseSummary } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import { text } from '../../strings/text';
import { caseTaskOf, type NamedTask } from '../case-task';
import { ProgressLine } from '../progress-line';
import { Timestamp } from '../timestamp';
import { useLinkCase } from './use-link-case';

export interface OfferedCasesProps {
  cases: readonly CaseSummary[];
  task: NamedTask;
  client: CaseWorkClient;
  /** The task is kept with one of them now. */
  onLinked: () => void;
}

/** Open cases of the same customer: this task may be about one of them. */
export const OfferedCases: React.FC<OfferedCasesProps> = ({ cases, task, client, onLinked }) => {
  const { progress, link } = useLinkCase(client, onLinked);
  const own = caseTaskOf(task);
  const headingId = useUID();
  if (cases.length === 0 || !own) return null;
  return (
    <Box as="section" aria-labelledby={headingId} display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading50" marginBottom="space0" id={headingId}>
        {text('offered.heading')}
      </Heading>
      <Box as="ul" margin="space0" padding="space0" listStyleType="none">
        {cases.map(({ id, number, subject, createdAt }) => (
          <Box key={id} as="li" display="flex" alignItems="flex-start" columnGap="space40" paddingBottom="space40">
            <Box flexGrow={1} minWidth="size0" overflowWrap="anywhere">
              <Text as="p">
                {text('case.number', { number })}: <bdi>{subject}</bdi>
              </Text>
              <Text as="p" color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
                <Timestamp at={createdAt} />
              </Text>
            </Box>
            <Button
              variant="secondary"
              size="small"
              aria-label={text('offered.continue-in', { number })}
              onClick={() => link({ caseId: id, task: own })}
            >
              {text('offered.continue')}
            </Button>
          </Box>
        ))}
      </Box>
      <ProgressLine progress={progress} />
    </Box>
  );
};
