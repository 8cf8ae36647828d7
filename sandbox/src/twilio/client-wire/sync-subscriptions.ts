import { TwilioRestError } from '../rest/twilio-rest-error';
import type { ClientConnection } from './client-connection';
import type { ClientAnswer, ClientRequest } from './client-request';
import { openObject, type SyncApiDependencies } from './open-object';
import { isObject } from './packet';
import { type Subscription, syncEvents } from './sync-events';
import type { OpenedObject } from './sync-objects';
import type { CollectionView, DocumentView } from './sync-view';

/**
 * Establishes or cancels subscriptions. Each is confirmed by an event; before that, the client is told what happened
 * since the last event that it names: between its reading and its subscribing, or while it was away.
 */
export function changeSubscriptions(request: ClientRequest, dependencies: SyncApiDependencies): ClientAnswer {
  const { connection, json } = request;
  const requests = Array.isArray(json.requests) ? json.requests.filter(isObject) : [];
  return {
    status: 202,
    body: { max_batch_size: 100, ttl_in_s: -1, estimated_delivery_in_ms: 3_000 },
    afterwards: () => {
      for (const wanted of requests) {
        const subscription: Subscription = {
          objectSid: String(wanted.object_sid),
          objectType: wanted.object_type,
          correlationId: json.correlation_id,
          lastEventId: dependencies.conversations.context.state.newestEventId,
        };
        if (json.action === 'establish')
          establish({ request, dependencies, subscription, since: wanted.last_event_id });
        else cancel(connection, dependencies, subscription);
      }
    },
  };
}

interface Establishing {
  request: ClientRequest;
  dependencies: SyncApiDependencies;
  subscription: Subscription;
  since: unknown;
}

function establish({ request, dependencies, subscription, since }: Establishing): void {
  const { connection } = request;
  const object = dependencies.objects.find(subscription.objectSid);
  try {
    if (!object) throw new TwilioRestError(404, 54100, 'The object was not found');
    const { view } = openObject(dependencies, { kind: object.kind, id: object.sid, request });
    dependencies.connections.subscribe(connection, object.sid);
    if (typeof since === 'number') replay({ connection, object, view, since });
    connection.notify(syncEvents.messageType, syncEvents.subscription('established', subscription));
  } catch (error) {
    if (!(error instanceof TwilioRestError)) throw error;
    const { status, code, message } = error;
    connection.notify(syncEvents.messageType, syncEvents.subscriptionFailed(subscription, { status, code, message }));
  }
}

function cancel(connection: ClientConnection, { connections }: SyncApiDependencies, subscription: Subscription): void {
  connections.unsubscribe(connection, subscription.objectSid);
  connection.notify(syncEvents.messageType, syncEvents.subscription('canceled', subscription));
}

interface Replay {
  connection: ClientConnection;
  object: OpenedObject;
  view: DocumentView | CollectionView;
  since: number;
}

function replay({ connection, object, view, since }: Replay): void {
  if (view.kind === 'document') {
    if (view.eventId > since) connection.notify(syncEvents.messageType, syncEvents.documentUpdated(object, view));
    return;
  }
  const at = view.dateUpdated;
  const events = [
    ...view.changedSince(since).map((item) => ({
      eventId: item.eventId,
      event: syncEvents.itemChanged(object, item, item.addedEventId > since ? 'added' : 'updated'),
    })),
    ...view.removedSince(since).map((removed) => ({
      eventId: removed.eventId,
      event: syncEvents.itemRemoved(object, { ...removed, at }),
    })),
  ].sort((one, other) => one.eventId - other.eventId);
  for (const { event } of events) connection.notify(syncEvents.messageType, event);
}
