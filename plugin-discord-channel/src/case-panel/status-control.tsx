import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import { statusName } from './describe-changes';
import { ProgressLine } from './progress-line';
import type { StatusKeys } from './status-keys';
import type { WriteCase } from './use-case';
import { useStatusChange } from './use-status-change';

const statuses: readonly CaseStatus[] = ['open', 'elevated', 'closed'];

export interface StatusControlProps {
  case: CaseView;
  client: PanelClient;
  write: WriteCase;
  /** Told which status the agent chose, before it is saved. */
  onChosen?: (status: CaseStatus) => void;
  /** Where keys are listened to. */
  statusKeys?: StatusKeys;
}

/**
 * The status and its change, saved at once. Toggle buttons rather than radios: arrowing through radios would save
 * every status on the way. Never disabled, so the focus stays where it is.
 */
export const StatusControl: React.FC<StatusControlProps> = (props) => {
  const { case: view, client, write, onChosen, statusKeys } = props;
  const { shown, progress, change } = useStatusChange({ case: view, client, write });
  const choose = (status: CaseStatus) => {
    onChosen?.(status);
    change(status);
  };
  const latest = React.useRef(choose);
  latest.current = choose;
  React.useEffect(() => statusKeys?.listen((status) => latest.current(status)), [statusKeys]);
  const headingId = useUID();
  return (
    <Box as="section" aria-labelledby={headingId} display="flex" flexDirection="column" rowGap="space40">
      <Heading as="h3" variant="heading50" marginBottom="space0" id={headingId}>
        {text('status.label')}
      </Heading>
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space50" rowGap="space30">
        <Box role="group" aria-labelledby={headingId} display="flex" columnGap="space30">
          {statuses.map((status) => (
            <Button
              key={status}
              variant="secondary"
              size="small"
              pressed={status === shown}
              aria-pressed={status === shown}
              onClick={() => choose(status)}
            >
              {statusName(status)}
            </Button>
          ))}
        </Box>
        <ProgressLine progress={progress} />
      </Box>
    </Box>
  );
};
