import { isPlayerIdentity } from '@discord-channel/contracts';
import { enqueueJob } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { askForAnotherLook } from '../ask-for-another-look';
import { ConversationGoneError, type VirtualAgentDependencies } from '../ports';
import { postNotice } from '../post-notice';
import { type Departed, endedTasks, whoIsThere } from '../store/attendance';
import { type Conversation, readConversation } from '../store/conversation';
import { conversationEnded } from './conversation-ended';

export type SettleOutcome =
  /** An agent is there, the virtual agent has it, or it is settled already. */
  | 'nothing-to-do'
  /** Too early to tell: a job looks again. */
  | 'waiting'
  /** It is closed: the player is told in the DM. */
  | 'ended'
  /** Transferred: nobody is there yet, but somebody is asked. */
  | 'handing-off'
  /** Left or parked: open, and nobody is asked. */
  | 'unattended';

type Dependencies = Pick<VirtualAgentDependencies, 'database' | 'twilio' | 'logger'>;

/** Flex ends a chat in several steps, and TaskRouter's list lags behind: only a second look decides. */
const secondLookSeconds = 3;
/** Messages have whole seconds, and a departure is heard of a moment after it: better one agent too many than none. */
const departureGraceMs = 1_500;
/** When the watchdog of hand-offs looks after a transfer, in seconds. */
const checkTransferSeconds = 30;

/**
 * Finds out what became of a conversation that an agent is done with. Twilio is asked, since its events come in any
 * order and tell neither a transfer nor a park from an end. Run by the worker after each such event; safe to repeat.
 */
export async function settleConversation(dependencies: Dependencies, conversationSid: string): Promise<SettleOutcome> {
  const { database, twilio } = dependencies;
  const conversation = await readConversation(database, conversationSid);
  if (!conversation || conversation.mode === 'ended') return 'nothing-to-do';
  if (!(await twilio.isOpen(conversationSid))) {
    await conversationEnded(database, conversationSid);
    return 'ended';
  }
  if (conversation.mode === 'handing-off') {
    // The end of a task was heard before its beginning, or of one that was transferred: is anybody still asked?
    await enqueueJob(database, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}` });
    return 'waiting';
  }
  if (conversation.mode !== 'agent') return 'nothing-to-do';
  const { present, lastGone } = await whoIsThere(database, conversationSid);
  if (present > 0) return 'nothing-to-do';
  const task = await twilio.findTask(conversationSid, await endedTasks(database, conversationSid));
  if (await isFirstLook(dependencies, conversation)) return 'waiting';
  let departure: Departure;
  try {
    departure = await whatIsLeft(dependencies, conversation, task.kind === 'found' ? task.taskSid : null, lastGone);
    await leaveTo(dependencies, conversation, departure);
  } catch (error) {
    if (!(error instanceof ConversationGoneError)) throw error;
    await conversationEnded(database, conversationSid);
    return 'ended';
  }
  return departure.outcome;
}

async function isFirstLook({ database }: Dependencies, { conversationSid, readAt }: Conversation): Promise<boolean> {
  const { rows } = await database.query<{ first: boolean }>(
    `update virtual_agent.conversations set departure_noticed_at = coalesce(departure_noticed_at, now())
      where conversation_sid = $1
      returning departure_noticed_at > now() - make_interval(secs => $2) as first`,
    [conversationSid, secondLookSeconds],
  );
  if (!rows[0]?.first) return false;
  const runAt = new Date(readAt.getTime() + secondLookSeconds * 1_000 + 250);
  await enqueueJob(database, 'settle-conversation', { conversationSid }, { key: `settle:${conversationSid}`, runAt });
  return true;
}

interface Departure {
  outcome: 'handing-off' | 'unattended';
  /** The task of the transfer. Null with `handing-off`: the worker has to ask for an agent. */
  taskSid: string | null;
  lastGone: Departed | null;
  /** The last message that was looked at: what comes after it calls an agent. */
  seenIndex: number;
}

/** An agent is wanted when one is asked, a transfer came to nothing, or the player wrote to nobody. */
async function whatIsLeft(
  { twilio }: Dependencies,
  { conversationSid, lastAnsweredIndex }: Conversation,
  taskSid: string | null,
  lastGone: Departed | null,
): Promise<Departure> {
  const messages = await twilio.listMessagesAfter(conversationSid, lastAnsweredIndex);
  const since = (lastGone?.leftAt.getTime() ?? Number.POSITIVE_INFINITY) - departureGraceMs;
  const hasWritten = messages.some(({ author, createdAt }) => isPlayerIdentity(author) && createdAt.getTime() >= since);
  const isWanted = taskSid !== null || hasWritten || lastGone?.transferGivenUp === true;
  return {
    outcome: isWanted ? 'handing-off' : 'unattended',
    taskSid,
    lastGone,
    seenIndex: messages.at(-1)?.index ?? lastAnsweredIndex,
  };
}

/** Says who left, then changes hands: a death in between is made good by the job's next run. */
async function leaveTo(dependencies: Dependencies, conversation: Conversation, departure: Departure): Promise<void> {
  const { database, logger } = dependencies;
  const { conversationSid, origin, readAt } = conversation;
  const { outcome, taskSid, lastGone, seenIndex } = departure;
  const key = outcome === 'handing-off' ? 'agent.left-looking' : 'agent.left-unattended';
  const notice = await postNotice(dependencies, {
    conversationSid,
    key: `left:${lastGone?.reservationSid ?? 'unknown'}`,
    text: playerText(playerLanguage(origin.locale), key, {
      agent: lastGone?.agentName ?? '',
      number: conversation.case?.number ?? 0,
    }),
  });
  if (notice.kind === 'in-progress') throw new Error('The player is being told by somebody else: to be settled again');
  await database.query(
    `update virtual_agent.conversations
        set mode = $2, task_sid = coalesce($3, task_sid), agent_name = null, departure_noticed_at = null,
            handoff_started_at = case when $2 = 'handing-off' then now() end,
            handoff_attempt = handoff_attempt + case when $2 = 'handing-off' then 1 else 0 end,
            task_missed_at = null, interaction_requested_at = null,
            transferred = $5, agent_wanted = $6,
            last_answered_index = greatest(last_answered_index, $4)
      where conversation_sid = $1 and mode = 'agent'
        and not exists (select from virtual_agent.attendances
                         where conversation_sid = $1 and left_at is null)`,
    [conversationSid, outcome, taskSid, seenIndex, taskSid !== null, outcome === 'handing-off' && taskSid === null],
  );
  if (outcome === 'handing-off') {
    const runAt = new Date(readAt.getTime() + (taskSid ? checkTransferSeconds * 1_000 : 0));
    await enqueueJob(database, 'check-handoff', { conversationSid }, { key: `handoff:${conversationSid}`, runAt });
    await enqueueJob(database, 'tell-waiting', { conversationSid }, { key: `waiting:${conversationSid}` });
  }
  // What came while this was being settled was nobody's: it is looked for once more.
  else await askForAnotherLook(database, conversationSid);
  logger.info({ conversationSid, outcome }, 'the agents have left the conversation');
}
