import { newSid } from '../rest/new-sid';
import type { CollectionView, DocumentView, SyncItem, SyncKind } from './sync-view';

const base = 'https://cds.us1.twilio.com/v3';
const sidPrefixes: Record<SyncKind, string> = { document: 'ET', list: 'ES', map: 'MP' };
export const collectionPaths: Record<SyncKind, string> = { document: 'Documents', list: 'Lists', map: 'Maps' };

/** A Sync object that some client has opened: only these have a SID, and only these can have subscribers. */
export interface OpenedObject {
  kind: SyncKind;
  name: string;
  sid: string;
}

/** The Sync objects that were opened, by name and by SID. */
export class OpenedObjects {
  private readonly byName = new Map<string, OpenedObject>();
  private readonly bySid = new Map<string, OpenedObject>();

  open(kind: SyncKind, name: string): OpenedObject {
    const existing = this.byName.get(name);
    if (existing) return existing;
    const opened = { kind, name, sid: newSid(sidPrefixes[kind]) };
    this.byName.set(name, opened);
    this.bySid.set(opened.sid, opened);
    return opened;
  }

  find(sidOrName: string): OpenedObject | undefined {
    return this.byName.get(sidOrName) ?? this.bySid.get(sidOrName);
  }

  clear(): void {
    this.byName.clear();
    this.bySid.clear();
  }
}

export function objectUrl({ kind, sid }: OpenedObject): string {
  return `${base}/${collectionPaths[kind]}/${sid}`;
}

/**
 * An object as `GET /v3/<kind>/<id>` answers it. `lastEventId` is the newest of all: the answer is the state of now.
 */
export function objectBody(
  object: OpenedObject,
  view: DocumentView | CollectionView,
  { chatServiceSid, accountSid, lastEventId }: { chatServiceSid: string; accountSid: string; lastEventId: number },
): Record<string, unknown> {
  const url = objectUrl(object);
  return {
    sid: object.sid,
    unique_name: object.name,
    account_sid: accountSid,
    service_sid: chatServiceSid,
    revision: String(lastEventId),
    last_event_id: lastEventId,
    date_created: view.dateCreated,
    date_updated: view.dateUpdated,
    date_expires: null,
    created_by: 'system',
    url,
    links: view.kind === 'document' ? {} : { items: `${url}/Items` },
    ...(view.kind === 'document' && { data: view.data }),
  };
}

export function itemBody(object: OpenedObject, item: SyncItem): Record<string, unknown> {
  return {
    [object.kind === 'list' ? 'index' : 'key']: item.key,
    data: item.data,
    revision: String(item.eventId),
    last_event_id: item.eventId,
    date_created: item.dateUpdated,
    date_updated: item.dateUpdated,
    date_expires: null,
    url: `${objectUrl(object)}/Items/${encodeURIComponent(item.key)}`,
  };
}
