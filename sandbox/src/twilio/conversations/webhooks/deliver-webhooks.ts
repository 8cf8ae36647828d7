import type { Logger } from 'pino';
import type { Clock } from '../../../clock';
import type { SignedPoster } from '../../ports';
import type { Changes, ConversationChange } from '../changes';
import type { WebhookFaults } from './webhook-faults';
import { type AccountSids, webhookCall } from './webhook-fields';

/** How long Twilio waits for an answer to a Conversations webhook. */
export const webhookTimeoutMs = 5_000;

export interface WebhookDelivery extends AccountSids {
  changes: Changes;
  poster: SignedPoster;
  faults: WebhookFaults;
  clock: Clock;
  logger: Logger;
}

/**
 * Posts changes to the scoped webhooks that filter for them: at most once, all at the same time, so in any order, and
 * only for changes that fire webhooks (see `Origin`). What Twilio would write to its debugger goes to the log.
 */
export function deliverWebhooks(delivery: WebhookDelivery): void {
  delivery.changes.subscribe((change) => {
    if (change.kind === 'reset' || change.kind === 'user-updated' || !change.origin.firesWebhooks) return;
    deliverChange(delivery, change);
  });
}

function deliverChange(delivery: WebhookDelivery, change: ConversationChange): void {
  const { conversation } = change;
  if (conversation.webhooks.size === 0) return;
  const call = webhookCall(change, delivery);
  if (!call) return;
  const { times, delayMs } = delivery.faults.planFor(call.event);
  for (const { target } of conversation.webhooks.values()) {
    if (target.kind !== 'webhook' || !target.filters.has(call.event)) continue;
    for (let time = 0; time < times; time += 1) {
      const post = () => void postOnce(delivery, target.url, call.fields);
      if (delayMs > 0) delivery.clock.schedule(delayMs, post);
      else post();
    }
  }
}

async function postOnce(delivery: WebhookDelivery, url: string, fields: Record<string, string>): Promise<void> {
  const outcome = await delivery.poster.postForm(url, fields, webhookTimeoutMs);
  if (outcome.kind === 'answered' && outcome.status < 400) return;
  const about = { event: fields.EventType, conversationSid: fields.ConversationSid, messageSid: fields.MessageSid };
  const result = outcome.kind === 'answered' ? { kind: outcome.kind, status: outcome.status } : outcome;
  delivery.logger.warn({ ...about, ...result }, 'a conversation webhook was not accepted; it is not sent again');
}
