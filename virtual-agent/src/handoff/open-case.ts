import { openCase as openCaseOf } from '@discord-channel/case-management';
import { type Actor, type OpenCaseResponse, openCaseResponse } from '@discord-channel/contracts';
import { enqueueJob, inTransaction, type PoolClient } from '@discord-channel/database';
import type { VirtualAgentDependencies } from '../ports';
import { type Conversation, conversationColumns, one } from '../store/conversation';
import { announceHandoff } from './announce-handoff';
import { leaveSummary } from './leave-summary';
import { toTaskAttributes } from './to-task-attributes';

export type OpenCaseResult =
  | { kind: 'opened'; response: OpenCaseResponse }
  /** An agent has the conversation already, it is over, or it was never ours: no task may be made for it. */
  | { kind: 'refused'; mode: 'agent' | 'ended' | 'unknown' };

/** How long Studio has for making the task before the worker looks after it. In milliseconds. */
const checkAfter = 20_000;

/**
 * Begins the hand-off to an agent: case and mode in one transaction, then the player is told. A repeated call gives
 * the same answer and says nothing twice. The job that it writes sees to it that an agent is asked for even if the
 * caller dies right after.
 */
export async function openCase(
  dependencies: VirtualAgentDependencies,
  conversationSid: string,
): Promise<OpenCaseResult> {
  const { database, logger } = dependencies;
  const begun = await inTransaction(database, (transaction) => beginHandoff(transaction, conversationSid));
  if (begun.kind === 'refused') return begun;
  try {
    await announceHandoff(dependencies, begun.conversation);
  } catch (error) {
    // The agent must get the task all the same; the job says what could not be said.
    logger.warn({ conversationSid, err: error }, 'the hand-off could not be announced yet');
  }
  return { kind: 'opened', response: begun.response };
}

type Begun =
  | { kind: 'begun'; conversation: Conversation; response: OpenCaseResponse }
  | Extract<OpenCaseResult, { kind: 'refused' }>;

async function beginHandoff(transaction: PoolClient, conversationSid: string): Promise<Begun> {
  const before = await one(
    transaction,
    `select ${conversationColumns} from virtual_agent.conversations where conversation_sid = $1 for update`,
    [conversationSid],
  );
  if (!before) return { kind: 'refused', mode: 'unknown' };
  if (before.mode === 'agent' || before.mode === 'ended') return { kind: 'refused', mode: before.mode };

  const opened = await openCaseOf(transaction, {
    origin: before.origin,
    conversationSid,
    subject: before.topic ?? 'Help asked for in Discord',
    source: 'discord-dm',
    actor: playerOf(before),
  });
  await leaveSummary(transaction, { conversationSid, caseId: opened.caseId });
  const conversation = await one(
    transaction,
    `update virtual_agent.conversations
        set mode = 'handing-off', case_id = $2, case_number = $3, handoff_requested_at = null, return_pending = false,
            handoff_attempt = handoff_attempt + case when mode in ('bot', 'unattended') then 1 else 0 end,
            handoff_started_at = case when mode in ('bot', 'unattended') then now() else handoff_started_at end,
            interaction_requested_at = case when mode in ('bot', 'unattended') then null else interaction_requested_at end,
            departure_noticed_at = null,
            transferred = transferred and mode = 'handing-off', agent_wanted = agent_wanted and mode = 'handing-off',
            task_sid = case when mode = 'unattended' then null else task_sid end,
            task_missed_at = case when mode in ('bot', 'unattended') then null else task_missed_at end
      where conversation_sid = $1
      returning ${conversationColumns}`,
    [conversationSid, opened.caseId, opened.caseNumber],
  );
  if (!conversation) throw new Error('A locked conversation is gone');
  await enqueueJob(
    transaction,
    'check-handoff',
    { conversationSid },
    { key: `handoff:${conversationSid}`, runAt: new Date(conversation.readAt.getTime() + checkAfter) },
  );
  await enqueueJob(transaction, 'tell-waiting', { conversationSid }, { key: `waiting:${conversationSid}` });
  const response = openCaseResponse.parse({
    caseNumber: opened.caseNumber,
    taskAttributes: toTaskAttributes(conversation, { id: opened.caseId, number: opened.caseNumber }),
  });
  return { kind: 'begun', conversation, response };
}

function playerOf({ origin }: Conversation): Actor {
  return { kind: 'player', id: origin.userId, name: origin.displayName };
}
