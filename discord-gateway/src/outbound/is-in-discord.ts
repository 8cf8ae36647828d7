import { isPlayerIdentity, parseMessageAttributes, virtualAgentAuthor } from '@discord-channel/contracts';
import type { OutboxMessage } from '../store/outbox';

/** True for a message that came from Discord or is there already. Its author says so, never the attributes alone. */
export function isInDiscord({ author, attributes }: Pick<OutboxMessage, 'author' | 'attributes'>): boolean {
  if (isPlayerIdentity(author)) return true;
  if (author !== virtualAgentAuthor) return false;
  const parsed = parseMessageAttributes(attributes);
  return parsed?.origin === 'notice' && parsed.alreadyInDiscord;
}
