import type { ClientAnswer, ClientRequest } from './client-request';
import { openObject, type SyncApiDependencies, syncProduct } from './open-object';
import { collectionPaths, itemBody, type OpenedObject, objectBody } from './sync-objects';
import { changeSubscriptions } from './sync-subscriptions';
import type { CollectionView, DocumentView, SyncKind } from './sync-view';

const kinds = Object.keys(collectionPaths) as SyncKind[];

/** Sync as its own client and the Conversations SDK use it: only the former makes documents. Undefined for anything else. */
export function answerSync(request: ClientRequest, dependencies: SyncApiDependencies): ClientAnswer | undefined {
  if (request.method === 'POST' && request.path === '/v4/Subscriptions') {
    return changeSubscriptions(request, dependencies);
  }
  if (request.method === 'POST' && request.path === '/v3/Documents' && request.product === syncProduct) {
    const { unique_name: name, data } = request.json;
    const { uniqueName } = dependencies.documents.create(String(name ?? ''), data, request.identity);
    const opened = openObject(dependencies, { kind: 'document', id: uniqueName, request });
    return { status: 201, body: wholeObject(dependencies, { ...opened, request }) };
  }
  const [, path, id, items] = /^\/v3\/(Documents|Lists|Maps)\/([^/]+)(\/Items)?$/.exec(request.path) ?? [];
  const kind = kinds.find((candidate) => collectionPaths[candidate] === path);
  if (request.method !== 'GET' || kind === undefined || id === undefined) return undefined;
  const { object, view } = openObject(dependencies, { kind, id: decodeURIComponent(id), request });
  if (items === undefined) return { status: 200, body: wholeObject(dependencies, { object, view, request }) };
  if (view.kind === 'document') return undefined;
  return { status: 200, body: itemPage(object, view, request) };
}

interface Opened {
  object: OpenedObject;
  view: DocumentView | CollectionView;
  request: ClientRequest;
}

function wholeObject({ conversations }: SyncApiDependencies, { object, view, request }: Opened) {
  const { accountSid, chatServiceSid, context } = conversations;
  const body = objectBody(object, view, { accountSid, chatServiceSid, lastEventId: context.state.newestEventId });
  if (view.kind === 'document' || request.query.get('Include') !== 'items') return body;
  const { items } = view.page({ size: maxPageSize, order: 'asc' });
  return { ...body, items: items.map((item) => itemBody(object, item)) };
}

const maxPageSize = 100;
const defaultPageSize = 50;

interface ItemPageRequest {
  order: 'asc' | 'desc';
  size: number;
  start?: number;
}

/** One item by key, or a page. The client follows a page with nothing but its token, so that the token says all. */
function itemPage(object: OpenedObject, view: CollectionView, { query }: ClientRequest) {
  const key = query.get('Key') ?? query.get('Index');
  if (key !== undefined) {
    const item = view.item(key);
    return pageOfItems(item ? [itemBody(object, item)] : [], defaultPageSize);
  }
  const wanted = readToken(query.get('PageToken')) ?? readWanted(query);
  const { items, next } = view.page(wanted);
  const token = next === undefined ? null : `${wanted.order}.${wanted.size}.${next}`;
  return pageOfItems(
    items.map((item) => itemBody(object, item)),
    wanted.size,
    token,
  );
}

function pageOfItems(items: unknown[], size: number, nextToken: string | null = null) {
  return { items, meta: { previous_token: null, next_token: nextToken, page_size: size } };
}

function readWanted(query: ReadonlyMap<string, string>): ItemPageRequest {
  const from = query.get('From');
  const size = Number(query.get('PageSize') ?? defaultPageSize);
  return {
    order: query.get('Order') === 'desc' ? 'desc' : 'asc',
    size: Number.isInteger(size) ? Math.min(Math.max(size, 1), maxPageSize) : defaultPageSize,
    ...(from !== undefined && /^\d+$/.test(from) && { start: Number(from) }),
  };
}

function readToken(token: string | undefined): ItemPageRequest | undefined {
  const [, order, size, start] = /^(asc|desc)\.(\d+)\.(\d+)$/.exec(token ?? '') ?? [];
  if (order === undefined) return undefined;
  return { order: order === 'desc' ? 'desc' : 'asc', size: Number(size), start: Number(start) };
}
