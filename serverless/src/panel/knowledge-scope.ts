import type { Pool } from '@discord-channel/database';
import { findOnlyApplication, type KnowledgeScope } from '@discord-channel/knowledge-base';
import { readConversation } from '@discord-channel/virtual-agent';

/**
 * Which articles are for the customer of a conversation, and the locale that they read: those of the server that a Discord player asks for help in.
 * Customers of other channels are helped with what is for every server.
 */
export async function knowledgeScopeOf(
  pool: Pool,
  conversationSid: string | null,
): Promise<{ kind: 'found'; scope: KnowledgeScope; locale: string | null } | { kind: 'none' }> {
  const conversation = conversationSid === null ? undefined : await readConversation(pool, conversationSid);
  if (conversation) {
    const { applicationId, guildId, locale } = conversation.origin;
    return { kind: 'found', scope: { applicationId, guildId }, locale };
  }
  const only = await findOnlyApplication(pool);
  return only.kind === 'found'
    ? { kind: 'found', scope: { applicationId: only.applicationId, guildId: null }, locale: null }
    : { kind: 'none' };
}
