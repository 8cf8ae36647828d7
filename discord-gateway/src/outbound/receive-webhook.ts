import type { Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import type { Lanes } from '../flow/lanes';
import { closeConversation } from '../store/conversations';
import { addToOutbox } from '../store/outbox';
import { type ConversationWebhook, conversationWebhook, countMedia, type MessageAdded } from './conversation-webhook';
import { isInDiscord } from './is-in-discord';

export interface ReceiveWebhookDependencies {
  pool: Pool;
  /** One lane for each DM channel. */
  lanes: Lanes;
  logger: Logger;
}

/**
 * Stores what a conversation's webhook tells; when this resolves it is safe to answer 2xx, which Twilio never
 * repeats. Called with the fields of a request whose signature was checked.
 */
export async function receiveWebhook(
  deps: ReceiveWebhookDependencies,
  fields: Readonly<Record<string, unknown>>,
): Promise<'stored' | 'ignored'> {
  const parsed = conversationWebhook.safeParse(fields);
  if (!parsed.success) {
    const malformed = parsed.error.issues.map(({ path }) => path.join('.'));
    deps.logger.warn({ event: fields.EventType, malformed }, 'a webhook that means nothing to the relay');
    return 'ignored';
  }
  return act(deps, parsed.data);
}

async function act(deps: ReceiveWebhookDependencies, webhook: ConversationWebhook): Promise<'stored' | 'ignored'> {
  if (webhook.EventType === 'onMessageAdded') return storeMessage(deps, webhook);
  if (webhook.StateTo !== 'closed') return 'ignored';
  await closeConversation(deps.pool, webhook.ConversationSid);
  return 'stored';
}

async function storeMessage(
  { pool, lanes, logger }: ReceiveWebhookDependencies,
  webhook: MessageAdded,
): Promise<'stored' | 'ignored'> {
  const message = {
    index: webhook.Index,
    sid: webhook.MessageSid,
    author: webhook.Author,
    body: webhook.Body ?? null,
    attributes: webhook.Attributes,
    mediaCount: countMedia(webhook.Media),
  };
  const own = isInDiscord(message);
  const stored = await addToOutbox(pool, webhook.ConversationSid, [{ ...message, state: own ? 'own' : 'waiting' }]);
  if (!stored) {
    logger.warn({ conversationSid: webhook.ConversationSid }, 'a webhook of a conversation that is not ours');
    return 'ignored';
  }
  if (!own) lanes.wake(stored.dmChannelId);
  return 'stored';
}
