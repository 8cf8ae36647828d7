import { type OpenedObject, objectUrl } from './sync-objects';
import type { DocumentView, SyncItem } from './sync-view';

/** Event protocol 4, as `subscriptions.js` of twilio-sync reads it. */
export const syncEvents = {
  messageType: 'twilio.sync.event',

  documentUpdated: (object: OpenedObject, view: DocumentView) =>
    event('document_updated', {
      id: view.eventId,
      document_sid: object.sid,
      document_revision: String(view.eventId),
      document_data: view.data,
      date_created: view.dateUpdated,
    }),

  itemChanged: (object: OpenedObject, item: SyncItem, change: 'added' | 'updated') =>
    event(`${object.kind}_item_${change}`, {
      id: item.eventId,
      [`${object.kind}_sid`]: object.sid,
      [`${object.kind}_revision`]: String(item.eventId),
      [object.kind === 'list' ? 'item_index' : 'item_key']: item.key,
      item_url: `${objectUrl(object)}/Items/${encodeURIComponent(item.key)}`,
      item_revision: String(item.eventId),
      item_data: item.data,
      date_created: item.dateUpdated,
    }),

  itemRemoved: (object: OpenedObject, removed: { key: string | number; eventId: number; at: string }) =>
    event(`${object.kind}_item_removed`, {
      id: removed.eventId,
      [`${object.kind}_sid`]: object.sid,
      [`${object.kind}_revision`]: String(removed.eventId),
      [object.kind === 'list' ? 'item_index' : 'item_key']: removed.key,
      item_data: {},
      date_created: removed.at,
    }),

  subscription: (outcome: 'established' | 'canceled', subscription: Subscription) => ({
    ...event(`subscription_${outcome}`, {
      object_sid: subscription.objectSid,
      object_type: subscription.objectType,
      replay_status: 'completed',
      last_event_id: subscription.lastEventId,
    }),
    correlation_id: subscription.correlationId,
  }),

  subscriptionFailed: (subscription: Subscription, error: { status: number; code: number; message: string }) => ({
    ...event('subscription_failed', {
      object_sid: subscription.objectSid,
      object_type: subscription.objectType,
      error,
    }),
    correlation_id: subscription.correlationId,
  }),
} as const;

export interface Subscription {
  objectSid: string;
  objectType: unknown;
  correlationId: unknown;
  lastEventId: number;
}

function event(eventType: string, body: Record<string, unknown>) {
  return { event_type: eventType, event_protocol_version: 4, strictly_ordered: true, event: body };
}
