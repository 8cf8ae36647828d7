import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { LoadingCase } from './loading-case';
import { OtherCases } from './other-cases';
import { PanelMessage } from './panel-message';
import { TimelineItem } from './timeline-item';
import { useHistory } from './use-history';

export interface HistoryTabProps {
  case: CaseView;
  client: PanelClient;
}

/** Everything that happened to the case, newest first, and what else its contact has asked. */
export const HistoryTab: React.FC<HistoryTabProps> = ({ case: view, client }) => {
  const { history, failure, reload, more } = useHistory(client, view);
  if (failure !== undefined) {
    return <PanelMessage heading={text('history.failed')} text={failure} failed onRetry={reload} />;
  }
  if (!history) return <LoadingCase />;
  return (
    <Box display="flex" flexDirection="column" rowGap="space70">
      <Box as="section" aria-label={text('history.timeline')}>
        <Heading as="h3" variant="heading50">
          {text('history.timeline')}
        </Heading>
        <Box as="ol" margin="space0" padding="space0" listStyleType="none">
          {history.timeline.map((entry) => (
            <TimelineItem key={entry.id} entry={entry} />
          ))}
        </Box>
        {history.next !== null && (
          <Button variant="secondary" size="small" onClick={more}>
            {text('cases.more')}
          </Button>
        )}
      </Box>
      <Box as="section" aria-label={text('history.others')}>
        <Heading as="h3" variant="heading50">
          {text('history.others')}
        </Heading>
        {history.otherCases.length === 0 ? (
          <Text as="p" color="colorTextWeak">
            {text('history.no-others')}
          </Text>
        ) : (
          <OtherCases cases={history.otherCases} />
        )}
      </Box>
    </Box>
  );
};
