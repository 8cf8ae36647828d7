import type { Clock } from '../../clock';
import { isObject } from '../client-wire/packet';
import type { DocumentView } from '../client-wire/sync-view';
import { newSid } from '../rest/new-sid';
import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';

/** A document of the account's own Sync service. */
export interface SyncDocument {
  sid: string;
  uniqueName: string;
  createdBy: string;
  view: DocumentView;
}

export interface SyncDocuments {
  /** By name or SID. */
  find(name: string): SyncDocument | undefined;
  /** @throws TwilioRestError 54301 where the name is taken, 54006 and 54008 for what no document may hold. */
  create(uniqueName: string, data: unknown, createdBy: string): SyncDocument;
  /** @throws TwilioRestError 54009 for too many writes, 54006 and 54008 for what no document may hold. */
  update(document: SyncDocument, data: unknown): void;
  /** Told of every update. */
  onUpdated(listener: (document: SyncDocument) => void): void;
  clear(): void;
}

/** https://www.twilio.com/docs/sync/limits */
const limits = { dataBytes: 16 * 1_024, nameCharacters: 320, writesPerSecond: 20 };

/** Documents of Sync as REST and its clients write them, on the event ids that the client wire counts with. */
export function createSyncDocuments({
  clock,
  nextEventId,
}: {
  clock: Clock;
  nextEventId: () => number;
}): SyncDocuments {
  const byName = new Map<string, SyncDocument>();
  const listeners: ((document: SyncDocument) => void)[] = [];
  const writes = new WeakMap<SyncDocument, number[]>();

  return {
    find: (name) => byName.get(name) ?? [...byName.values()].find(({ sid }) => sid === name),
    create(uniqueName, data, createdBy) {
      if (uniqueName === '' || uniqueName.length > limits.nameCharacters) throw invalidParameter('Invalid unique name');
      checkData(data);
      if (byName.has(uniqueName)) {
        throw new TwilioRestError(409, 54301, 'An entity with the specified unique name already exists');
      }
      const now = clock.now().toISOString();
      const view: DocumentView = { kind: 'document', dateCreated: now, dateUpdated: now, eventId: nextEventId(), data };
      const document = { sid: newSid('ET'), uniqueName, createdBy, view };
      byName.set(uniqueName, document);
      return document;
    },
    update(document, data) {
      checkData(data);
      const now = clock.now();
      const recent = (writes.get(document) ?? []).filter((at) => now.getTime() - at < 1_000);
      if (recent.length >= limits.writesPerSecond) throw new TwilioRestError(429, 54009, 'Rate limit exceeded');
      writes.set(document, [...recent, now.getTime()]);
      document.view = { ...document.view, dateUpdated: now.toISOString(), eventId: nextEventId(), data };
      for (const tell of listeners) tell(document);
    },
    onUpdated: (listener) => listeners.push(listener),
    clear: () => byName.clear(),
  };
}

function checkData(data: unknown): void {
  if (!isObject(data)) throw new TwilioRestError(400, 54008, 'Data must be a JSON object');
  if (Buffer.byteLength(JSON.stringify(data)) > limits.dataBytes) {
    throw new TwilioRestError(413, 54006, 'The data is larger than 16 KiB');
  }
}
