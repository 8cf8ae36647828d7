import type { VirtualAgentDependencies } from '../ports';
import type { Conversation } from '../store/conversation';
import { toTaskAttributes } from './to-task-attributes';

/** How long an Interaction or an invite may take to become a task, in seconds. */
export const interactionSeconds = 60;

/**
 * Asks Flex for an agent without Studio: into the Interaction that there is, else by a new one. At most once a minute,
 * however often it is called: after an unknown outcome the task gets its time to appear.
 * @returns `waiting` when it was asked for already or could not be asked for; the watchdog looks again.
 */
export async function requestAgent(
  { database, twilio, logger }: Pick<VirtualAgentDependencies, 'database' | 'twilio' | 'logger'>,
  conversation: Conversation,
): Promise<'nothing-to-do' | 'waiting' | 'interaction-created'> {
  const { conversationSid } = conversation;
  if (!conversation.case) return 'nothing-to-do';
  const claimed = await database.query(
    `update virtual_agent.conversations set interaction_requested_at = now(), agent_wanted = false
      where conversation_sid = $1 and mode = 'handing-off'
        and (interaction_requested_at is null or interaction_requested_at < now() - make_interval(secs => $2))`,
    [conversationSid, interactionSeconds],
  );
  if (claimed.rowCount === 0) return 'waiting';
  const attributes = toTaskAttributes(conversation, conversation.case);
  try {
    const target = { workerSid: conversation.outreachWorkerSid };
    if (conversation.interaction) await twilio.inviteAgent(conversation.interaction, attributes, target);
    else await twilio.createInteraction(conversationSid, attributes, target);
  } catch (error) {
    // Not thrown: the job's next look decides, and after three minutes the player is told.
    logger.error({ conversationSid, err: error }, 'an agent could not be asked for');
    return 'waiting';
  }
  logger.info({ conversationSid, invited: conversation.interaction !== null }, 'the worker asked Flex for an agent');
  return 'interaction-created';
}
