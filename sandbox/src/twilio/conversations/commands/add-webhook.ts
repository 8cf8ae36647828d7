import { newSid } from '../../rest/new-sid';
import { TwilioRestError } from '../../rest/twilio-rest-error';
import { checkWritable, limits } from '../check-values';
import type { Conversation, ScopedWebhook } from '../records';
import { type CommandContext, timestamp } from './context';

/** @throws TwilioRestError 50361 for the sixth webhook of a conversation, 50377 if it is closed. */
export function addWebhook(
  context: CommandContext,
  { conversation, target }: { conversation: Conversation; target: ScopedWebhook['target'] },
): ScopedWebhook {
  checkWritable(conversation);
  if (conversation.webhooks.size >= limits.webhooks) {
    throw new TwilioRestError(400, 50361, `Maximum number of webhooks (${limits.webhooks}) for conversation reached`);
  }
  const now = timestamp(context);
  const webhook: ScopedWebhook = { sid: newSid('WH'), target, dateCreated: now, dateUpdated: now };
  conversation.webhooks.set(webhook.sid, webhook);
  return webhook;
}
