import type { Queryable } from '@discord-channel/database';
import { askForAnotherLook } from '../ask-for-another-look';

/**
 * The agent who wrote first did not take the conversation. The player was promised nobody, so nothing is said; what the
 * player has answered, or answers, asks for an agent.
 * @returns whether it was an agent's outreach that waited
 */
export async function leaveOutreach(database: Queryable, conversationSid: string): Promise<boolean> {
  const left = await database.query(
    `update virtual_agent.conversations
        set mode = 'unattended', outreach_worker_sid = null, handoff_started_at = null, agent_wanted = false
      where conversation_sid = $1 and mode = 'handing-off' and outreach_worker_sid is not null`,
    [conversationSid],
  );
  if (left.rowCount === 0) return false;
  await askForAnotherLook(database, conversationSid);
  return true;
}
