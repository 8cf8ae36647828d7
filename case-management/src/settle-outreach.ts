import type { Queryable } from '@discord-channel/database';

export type OutreachStep =
  /** Discord has the message. */
  | { kind: 'in-discord'; discordMessageId: string }
  /** It is in the conversation, and the agent is asked into it. */
  | { kind: 'sent'; conversationSid: string }
  /** It will not be sent; the words are for the agent. */
  | { kind: 'failed'; failure: string };

/** Writes down how far a message that an agent wrote first has come. What is over stays as it is. */
export async function settleOutreach(database: Queryable, outreachId: string, step: OutreachStep): Promise<void> {
  if (step.kind === 'in-discord') {
    await database.query(
      `update case_management.outreaches set discord_message_id = $2 where id = $1 and state = 'sending'`,
      [outreachId, step.discordMessageId],
    );
    return;
  }
  const { rows } = await database.query<{ case_id: string }>(
    `update case_management.outreaches
        set state = $2, failure = $3, conversation_sid = $4, text = null, done_at = now()
      where id = $1 and state = 'sending' returning case_id`,
    [
      outreachId,
      step.kind,
      step.kind === 'failed' ? step.failure : null,
      step.kind === 'sent' ? step.conversationSid : null,
    ],
  );
  const [settled] = rows;
  if (settled && step.kind === 'sent') {
    await database.query(
      `insert into case_management.case_conversations (conversation_sid, case_id) values ($1, $2)
       on conflict (conversation_sid) do update set case_id = excluded.case_id, linked_at = now()
         where case_conversations.case_id <> excluded.case_id`,
      [step.conversationSid, settled.case_id],
    );
  }
}
