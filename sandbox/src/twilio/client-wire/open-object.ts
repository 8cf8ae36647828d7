import type { Conversations } from '../conversations/create-conversations';
import { TwilioRestError } from '../rest/twilio-rest-error';
import type { Connections } from './connections';
import { findSyncView } from './find-sync-view';
import type { OpenedObject, OpenedObjects } from './sync-objects';
import type { CollectionView, DocumentView, SyncKind } from './sync-view';

export interface SyncApiDependencies {
  conversations: Conversations;
  objects: OpenedObjects;
  connections: Connections;
}

interface Opening {
  kind: SyncKind;
  /** SID or name. */
  id: string;
  identity: string;
}

/** @throws TwilioRestError 54007 where the identity may not look, else the not-found code of the kind of object. */
export function openObject(
  { conversations, objects }: SyncApiDependencies,
  { kind, id, identity }: Opening,
): { object: OpenedObject; view: DocumentView | CollectionView } {
  const name = objects.find(id)?.name ?? id;
  const view = findSyncView(conversations.context.state, name, identity);
  if (view === 'forbidden') {
    throw new TwilioRestError(403, 54007, 'Access forbidden for identity');
  }
  if (view?.kind !== kind) {
    const code = { document: 54100, list: 54150, map: 54200 }[kind];
    throw new TwilioRestError(404, code, `The ${kind} was not found`);
  }
  return { object: objects.open(kind, name), view };
}
