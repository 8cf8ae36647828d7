import type { Conversations } from '../conversations/create-conversations';
import { TwilioRestError } from '../rest/twilio-rest-error';
import type { SyncDocuments } from '../sync/sync-documents';
import type { ClientRequest } from './client-request';
import type { Connections } from './connections';
import { findSyncView } from './find-sync-view';
import type { OpenedObject, OpenedObjects } from './sync-objects';
import type { CollectionView, DocumentView, SyncKind } from './sync-view';

export interface SyncApiDependencies {
  conversations: Conversations;
  /** Of the account's own Sync service. */
  documents: SyncDocuments;
  objects: OpenedObjects;
  connections: Connections;
}

interface Opening {
  kind: SyncKind;
  /** SID or name. */
  id: string;
  request: Pick<ClientRequest, 'identity' | 'product'>;
}

/** What `SyncClient` says it is; the Conversations SDK, which keeps its data in Sync too, says `ip_messaging`. */
export const syncProduct = 'data_sync';

/** @throws TwilioRestError 54007 where the identity may not look, else the not-found code of the kind of object. */
export function openObject(
  { conversations, documents, objects }: SyncApiDependencies,
  { kind, id, request }: Opening,
): { object: OpenedObject; view: DocumentView | CollectionView } {
  const name = objects.find(id)?.name ?? id;
  const view =
    request.product === syncProduct
      ? documents.find(name)?.view
      : findSyncView(conversations.context.state, name, request.identity);
  if (view === 'forbidden') {
    throw new TwilioRestError(403, 54007, 'Access forbidden for identity');
  }
  if (view?.kind !== kind) {
    const code = { document: 54100, list: 54150, map: 54200 }[kind];
    throw new TwilioRestError(404, code, `The ${kind} was not found`);
  }
  return { object: objects.open(kind, name), view };
}
