import type * as Flex from '@twilio/flex-ui';
import React from 'react';
import type { PanelClient } from '../functions-api/panel-client';
import { CompletionDialog } from './completion-dialog';
import { type CompletionQuestion, createCompletionQuestion, type OpenQuestion } from './completion-question';

/** Puts the question for the case's status before the completion of every task. */
export function registerCompletionQuestion(flex: typeof Flex, client: PanelClient): void {
  const question = createCompletionQuestion({ client });
  flex.RootContainer.Content.add(
    <CompletionPlace key="discord-channel-completion" client={client} question={question} />,
  );
  flex.Actions.addListener('beforeCompleteTask', async ({ task, sid }: { task?: Flex.ITask; sid?: string }) => {
    const completed = task ?? (sid === undefined ? undefined : flex.TaskHelper.getTaskByTaskSid(sid));
    if (completed) await question.ask(completed);
  });
}

interface CompletionPlaceProps {
  client: PanelClient;
  question: CompletionQuestion;
}

const CompletionPlace: React.FC<CompletionPlaceProps> = ({ client, question }) => {
  const [open, setOpen] = React.useState<OpenQuestion>();
  React.useEffect(() => question.listen(setOpen), [question]);
  return open ? <CompletionDialog client={client} question={open} /> : null;
};
