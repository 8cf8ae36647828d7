import type { CaseView } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import { text } from '../../strings/text';
import { useInPlace } from '../editing/use-in-place';
import { ProgressLine } from '../progress-line';
import { MessageForm } from './message-form';
import { useMessagePlayer } from './use-message-player';

export interface MessagePlayerProps {
  case: CaseView;
  work: CaseWorkClient;
  createId: () => string;
}

/** The way to write to the player of a case first. */
export const MessagePlayer: React.FC<MessagePlayerProps> = (props) => {
  const { editing, opener, begin, end } = useInPlace();
  const messaging = useMessagePlayer({ ...props, onSent: end });
  const name = props.case.contact.discord?.displayName ?? props.case.contact.name;
  return (
    <Box as="section" aria-label={text('outreach.open')} display="flex" flexDirection="column" rowGap="space40">
      {editing ? (
        <MessageForm name={name} messaging={messaging} onCancel={end} />
      ) : (
        <Box>
          <Button ref={opener} variant="secondary" size="small" onClick={begin}>
            {text('outreach.open')}
          </Button>
        </Box>
      )}
      <ProgressLine progress={messaging.progress} />
    </Box>
  );
};
