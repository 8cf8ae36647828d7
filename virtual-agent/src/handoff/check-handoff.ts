import { enqueueJob } from '@discord-channel/database';
import type { VirtualAgentDependencies } from '../ports';
import { endedTasks } from '../store/attendance';
import { type Conversation, readConversation } from '../store/conversation';
import { announceHandoff } from './announce-handoff';
import { leaveOutreach } from './leave-outreach';
import { interactionSeconds, requestAgent } from './request-agent';
import { finishReturnToBot, returnToBot } from './return-to-bot';

export type CheckHandoffOutcome =
  /** An agent has the conversation, or it is over, or nobody asked. */
  | 'nothing-to-do'
  /** The agents' desktop has a task. */
  | 'task-found'
  /** Too early to tell: a job looks again. */
  | 'waiting'
  | 'interaction-created'
  /** No agent could be reached: the player is told, the virtual agent answers again. */
  | 'returned-to-bot';

/** Studio's task is normally there within a second or two. */
const earliestSeconds = 15;
/** TaskRouter's list lags behind: only what is missing twice is missing. */
const secondLookSeconds = 4;
/** After this the player must not wait for an agent who was never asked. */
const giveUpSeconds = 180;

/**
 * The watchdog of a hand-off: makes good what an execution left undone that died on the way. Run by the worker some
 * seconds after a hand-off began or failed; it asks for its own next run. Safe to run at any time.
 */
export async function checkHandoff(
  dependencies: VirtualAgentDependencies,
  conversationSid: string,
): Promise<CheckHandoffOutcome> {
  const conversation = await readConversation(dependencies.database, conversationSid);
  if (conversation?.mode === 'bot' && conversation.returnPending) {
    await finishReturnToBot(dependencies, conversation);
    return 'returned-to-bot';
  }
  if (conversation?.mode !== 'handing-off') return 'nothing-to-do';
  return checkTask(dependencies, conversation);
}

async function checkTask(
  dependencies: VirtualAgentDependencies,
  conversation: Conversation,
): Promise<CheckHandoffOutcome> {
  const { database, twilio, logger } = dependencies;
  const { conversationSid } = conversation;
  const age = conversation.handoffAgeSeconds ?? 0;
  const checkAgainIn = async (seconds: number): Promise<'waiting'> => {
    const runAt = new Date(conversation.readAt.getTime() + seconds * 1_000);
    await enqueueJob(database, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}`, runAt });
    return 'waiting';
  };

  // Nobody is told of a transfer that an agent began by writing: only the flow has to be quiet.
  const announce = async () => {
    if (conversation.outreachWorkerSid === null) return announceHandoff(dependencies, conversation);
    await twilio.removeStudioWebhook(conversationSid);
    return 'announced' as const;
  };
  if (conversation.agentWanted) {
    if (conversation.outreachWorkerSid !== null) await announce();
    const asked = await requestAgent(dependencies, conversation);
    await checkAgainIn(earliestSeconds);
    return asked;
  }
  if (age < earliestSeconds) return checkAgainIn(earliestSeconds - age);
  const announced = await announce();
  const task = await twilio.findTask(conversationSid, await endedTasks(database, conversationSid));
  if (task.kind === 'found') {
    await database.query(
      `update virtual_agent.conversations set task_sid = coalesce(task_sid, $2), task_missed_at = null
        where conversation_sid = $1 and mode = 'handing-off'`,
      [conversationSid, task.taskSid],
    );
    if (announced === 'in-progress') await checkAgainIn(secondLookSeconds);
    return 'task-found';
  }
  if (age > giveUpSeconds) {
    if (await leaveOutreach(database, conversationSid)) return 'nothing-to-do';
    logger.error({ conversationSid, age }, 'no task for this hand-off: the player is given back to the virtual agent');
    await returnToBot(database, { conversationSid });
    return 'returned-to-bot';
  }
  if (await isFirstMiss(dependencies, conversationSid)) return checkAgainIn(secondLookSeconds + 1);
  const created = await requestAgent(dependencies, conversation);
  await checkAgainIn(interactionSeconds / 4);
  return created;
}

/** Notes when the task was missed first, and tells whether that was just now. */
async function isFirstMiss({ database }: VirtualAgentDependencies, conversationSid: string): Promise<boolean> {
  const { rows } = await database.query<{ first: boolean }>(
    `update virtual_agent.conversations set task_missed_at = coalesce(task_missed_at, now())
      where conversation_sid = $1
      returning task_missed_at > now() - make_interval(secs => $2) as first`,
    [conversationSid, secondLookSeconds],
  );
  return rows[0]?.first ?? false;
}
