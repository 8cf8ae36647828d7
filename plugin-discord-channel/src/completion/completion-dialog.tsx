import type { CaseStatus } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { Modal, ModalBody, ModalFooter, ModalFooterActions, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import React from 'react';
import { statusName } from '../case-panel/describe-changes';
import { ProgressLine } from '../case-panel/progress-line';
import type { PanelClient } from '../functions-api/panel-client';
import { text } from '../strings/text';
import type { OpenQuestion } from './completion-question';
import { useCompletionAnswer } from './use-completion-answer';

export interface CompletionDialogProps {
  client: PanelClient;
  question: OpenQuestion;
}

const statuses: readonly CaseStatus[] = ['open', 'elevated', 'closed'];

/** How the case of a completed task stands: one press answers it. Escape and the cross complete without a change. */
export const CompletionDialog: React.FC<CompletionDialogProps> = ({ client, question }) => {
  const { progress, reason, error, setReason, choose } = useCompletionAnswer(client, question);
  const headingId = useUID();
  const fieldId = useUID();
  const helpId = useUID();
  const first = React.useRef<HTMLButtonElement>(null);
  return (
    <Modal
      ariaLabelledby={headingId}
      isOpen
      onDismiss={question.done}
      size="default"
      initialFocusRef={first as React.RefObject<HTMLElement>}
      data-testid="completion-question"
    >
      <ModalHeader>
        <ModalHeading as="h3" id={headingId}>
          {text('complete.heading', { number: question.case.number })}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Paragraph>{text('complete.text')}</Paragraph>
        <Box role="group" aria-labelledby={headingId} display="flex" columnGap="space30" marginBottom="space60">
          {statuses.map((status) => (
            <Button
              key={status}
              ref={status === question.case.status ? first : undefined}
              variant="secondary"
              pressed={status === question.case.status}
              aria-pressed={status === question.case.status}
              onClick={() => choose(status)}
            >
              {statusName(status)}
            </Button>
          ))}
        </Box>
        <Label htmlFor={fieldId}>{text('complete.reason')}</Label>
        <TextArea
          id={fieldId}
          aria-describedby={helpId}
          value={reason}
          hasError={error !== undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <HelpText id={helpId} variant={error === undefined ? 'default' : 'error'}>
          {error ?? text('complete.reason-hint')}
        </HelpText>
        <ProgressLine progress={progress} />
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={question.done}>
            {text('complete.skip')}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
};
