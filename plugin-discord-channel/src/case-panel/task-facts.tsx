import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { text } from '../strings/text';
import { duration } from '../task-channel/duration';
import type { TaskLike } from '../task-channel/is-discord-task';
import { isWaiting, type TimedTask, timesOfTask } from '../task-channel/task-times';
import { useNow } from '../task-channel/use-now';
import { plainName } from './plain-name';
import { Timestamp } from './timestamp';
import { type FlexStore, useLastMessage } from './use-last-message';

export interface TaskFactsProps {
  task: TaskLike & TimedTask;
  store: FlexStore;
}

/** How long the player has waited or been talked to, and what was said last; both go on by themselves. */
export const TaskFacts: React.FC<TaskFactsProps> = ({ task, store }) => {
  const now = useNow();
  const last = useLastMessage(store, conversationSidOf(task));
  const { created, accepted } = timesOfTask(task);
  const facts: (readonly [string, React.ReactNode])[] = [];
  if (created !== undefined && isWaiting(task)) facts.push([text('card.waiting'), duration(now - created)]);
  if (created !== undefined && !isWaiting(task)) {
    facts.push([text('card.since'), <Timestamp key="since" at={new Date(created).toISOString()} />]);
  }
  if (accepted !== undefined) facts.push([text('card.with-you'), duration(now - accepted)]);
  if (last) facts.push([text('card.last-message'), <Last key="last" author={last.author} body={last.body} />]);
  return (
    <Box as="dl" margin="space0" display="grid" gridTemplateColumns="auto 1fr" columnGap="space50" rowGap="space20">
      {facts.map(([label, value]) => (
        <React.Fragment key={label}>
          <Text as="dt" color="colorTextWeak">
            {label}
          </Text>
          <Text as="dd" margin="space0" overflowWrap="anywhere">
            {value}
          </Text>
        </React.Fragment>
      ))}
    </Box>
  );
};

const Last: React.FC<{ author: string; body: string }> = ({ author, body }) => (
  <span
    data-testid="last-message"
    style={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}
  >
    {author !== '' && <bdi>{plainName(author)}</bdi>}
    {author !== '' && ': '}
    <bdi>{body}</bdi>
  </span>
);

function conversationSidOf({ attributes }: TaskLike): string | undefined {
  const sid = (attributes as { conversationSid?: unknown } | null | undefined)?.conversationSid;
  return typeof sid === 'string' ? sid : undefined;
}
