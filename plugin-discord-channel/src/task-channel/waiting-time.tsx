import React from 'react';
import { text } from '../strings/text';
import { duration } from './duration';
import { isWaiting, type TimedTask, timesOfTask } from './task-times';
import { useNow } from './use-now';

export interface WaitingTimeProps {
  /** Given by Flex to everything inside an item of the task list. */
  task?: TimedTask;
}

/** How long the player of an offered task has been waiting, counted from the task's creation, not from this offer. */
export const WaitingTime: React.FC<WaitingTimeProps> = ({ task }) => {
  const now = useNow();
  const { created } = timesOfTask(task);
  if (created === undefined || !isWaiting(task)) return null;
  return (
    <span data-testid="waiting-time" style={{ fontSize: 12, padding: '2px 12px 6px 56px', whiteSpace: 'nowrap' }}>
      {text('task.waiting', { time: duration(now - created) })}
    </span>
  );
};
