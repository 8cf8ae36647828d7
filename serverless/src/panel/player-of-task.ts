import type { CaseTask, DiscordOrigin } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import { readConversation } from '@discord-channel/virtual-agent';

/** The Discord player of a task, by its conversation: what a task's attributes say of it anybody may have written. */
export async function playerOfTask(pool: Pool, task: CaseTask | null): Promise<DiscordOrigin | null> {
  if (!task?.conversationSid) return null;
  return (await readConversation(pool, task.conversationSid))?.origin ?? null;
}
