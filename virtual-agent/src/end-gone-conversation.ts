import type { Queryable } from '@discord-channel/database';

/** Writes down that a conversation is over because Twilio says so. The player's next message starts another. */
export async function endGoneConversation(database: Queryable, conversationSid: string): Promise<void> {
  await database.query(
    `update virtual_agent.conversations
        set mode = 'ended', ended_at = now(), return_pending = false, lease_holder = null, lease_until = null
      where conversation_sid = $1 and mode <> 'ended'`,
    [conversationSid],
  );
}
