import type { Removed } from '../conversations/records';

export type SyncKind = 'document' | 'list' | 'map';

export interface SyncItem {
  key: string | number;
  data: unknown;
  addedEventId: number;
  eventId: number;
  dateUpdated: string;
}

export interface DocumentView {
  kind: 'document';
  dateCreated: string;
  dateUpdated: string;
  eventId: number;
  data: unknown;
}

export interface CollectionView {
  kind: 'list' | 'map';
  dateCreated: string;
  dateUpdated: string;
  item(key: string): SyncItem | undefined;
  /** `start` is an index of a list, a position in a map; undefined is the end that `order` begins with. */
  page(request: { start?: number; size: number; order: 'asc' | 'desc' }): { items: SyncItem[]; next?: number };
  changedSince(eventId: number): SyncItem[];
  removedSince(eventId: number): Removed<string | number>[];
}
