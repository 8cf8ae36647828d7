import { inTransaction, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { addToOutbox, type ReceivedMessage, type StoredMessage } from '../store/add-to-outbox';
import { closeConversation, conversationBySid } from '../store/conversations';
import { addDeleted } from '../store/outbox';
import { sentMessages, wantChange } from '../store/outbox-changes';
import {
  type ConversationWebhook,
  conversationWebhook,
  countMedia,
  type MessageChanged,
  type MessageFields,
} from './conversation-webhook';
import { isChanged } from './find-changes';
import { isInDiscord } from './is-in-discord';
import { heedResendWish } from './resend-wish';

export interface ReceiveWebhookDependencies {
  pool: Pool;
  /** Stores a message; answers undefined when its conversation is none of ours. */
  store: (message: ReceivedMessage) => Promise<StoredMessage | undefined>;
  /** Something waits for this DM now. */
  wake: (dmChannelId: string) => void;
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
  if (webhook.EventType !== 'onConversationStateUpdated') return storeChange(deps, webhook);
  if (webhook.StateTo !== 'closed') return 'ignored';
  await closeConversation(deps.pool, webhook.ConversationSid);
  return 'stored';
}

async function storeMessage(
  { store, wake, logger }: ReceiveWebhookDependencies,
  webhook: MessageFields,
): Promise<'stored' | 'ignored'> {
  const message = toOutboxMessage(webhook);
  // Whoever posted it records its place: storing it here too would cost each of a player's messages a commit.
  if (message.state === 'own') return 'ignored';
  const stored = await store({ ...message, conversationSid: webhook.ConversationSid });
  if (!stored) {
    logger.warn({ conversationSid: webhook.ConversationSid }, 'a webhook of a conversation that is not ours');
    return 'ignored';
  }
  wake(stored.dmChannelId);
  return 'stored';
}

/** Stores what a message became. It tells of the message too, should that webhook be lost or late. */
async function storeChange(
  { pool, wake }: ReceiveWebhookDependencies,
  webhook: MessageChanged,
): Promise<'stored' | 'ignored'> {
  const { ConversationSid: conversationSid, Index: index, Body: body = '', Attributes: attributes } = webhook;
  const message = toOutboxMessage(webhook);
  if (message.state === 'own') return 'ignored';
  if (webhook.EventType === 'onMessageUpdated' && (await heedResendWish(pool, conversationSid, message)) === 'again') {
    const conversation = await conversationBySid(pool, conversationSid);
    if (conversation) wake(conversation.dmChannelId);
    return 'stored';
  }
  const dmChannelId = await inTransaction(pool, async (db) => {
    const conversation = await conversationBySid(db, conversationSid);
    if (!conversation) return undefined;
    if (webhook.EventType === 'onMessageRemoved') {
      await addDeleted(db, conversationSid, [index]);
      await wantChange(db, { kind: 'delete', conversationSid, index, updatedAt: webhook.DateRemoved.toISOString() });
    } else {
      await addToOutbox(db, [{ ...message, conversationSid }]);
      const [sent] = (await sentMessages(db, conversationSid, index)).filter((one) => one.index === index);
      // Any attribute fires this webhook: what looks the same to the player is no change.
      if (sent && !isChanged(message, sent.partDigests)) return undefined;
      const updatedAt = webhook.DateUpdated.toISOString();
      await wantChange(db, { kind: 'edit', conversationSid, index, body, attributes, updatedAt });
    }
    return conversation.dmChannelId;
  });
  if (dmChannelId === undefined) return 'ignored';
  wake(dmChannelId);
  return 'stored';
}

function toOutboxMessage(webhook: MessageFields) {
  const message = {
    index: webhook.Index,
    sid: webhook.MessageSid,
    author: webhook.Author,
    body: webhook.Body ?? null,
    attributes: webhook.Attributes,
    mediaCount: countMedia(webhook.Media),
  };
  return { ...message, state: isInDiscord(message) ? ('own' as const) : ('waiting' as const) };
}
