import { enqueueJob, type Queryable } from '@discord-channel/database';

/**
 * Has the worker look for unanswered messages of the player.
 * @param runAt not before this time; at once when left out.
 */
export function askForAnotherLook(database: Queryable, conversationSid: string, runAt?: Date): Promise<void> {
  // A key of its own: the job that waits for the newest message must not be put off by this one.
  return enqueueJob(
    database,
    'answer-unanswered',
    { conversationSid },
    { key: `look-again:${conversationSid}`, runAt },
  );
}
