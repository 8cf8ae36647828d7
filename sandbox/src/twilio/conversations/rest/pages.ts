import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Form } from './form';
import { restBase } from './resources';

export const pageParameters = ['PageSize', 'Page', 'PageToken'] as const;

/** Where a page starts and how long it is. `start` is undefined on the first page. */
export interface PageRequest {
  number: number;
  size: number;
  start: number | undefined;
}

const defaultPageSize = 50;
const maxPageSize = 100;

/**
 * @throws TwilioRestError 20001 for a page token that this API has not given out. A page size above the maximum is
 * cut.
 */
export function readPage(form: Form): PageRequest {
  const token = form.text('PageToken');
  const start = token === undefined ? undefined : Number(/^PA(\d+)$/.exec(token)?.[1]);
  if (Number.isNaN(start)) throw invalidParameter('PageToken is not valid');
  return {
    number: form.wholeNumber('Page') ?? 0,
    size: Math.min(Math.max(form.wholeNumber('PageSize') ?? defaultPageSize, 1), maxPageSize),
    start,
  };
}

export interface Page {
  /** Path below the version. */
  path: string;
  /** The filters of the list, repeated in the next page's URL. */
  query?: Readonly<Record<string, string | undefined>>;
  /** Name of the list in the answer. */
  key: string;
  items: readonly unknown[];
  request: PageRequest;
  /** Where the next page starts; undefined on the last one. */
  next: number | undefined;
}

/** A page as Twilio answers it. Its URLs name Twilio's host: clients follow them as they are. */
export function pageBody({ path, query = {}, key, items, request, next }: Page): Record<string, unknown> {
  const urlOf = (parameters: Record<string, string | undefined>) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, PageSize: String(request.size), ...parameters })) {
      if (value !== undefined) search.set(name, value);
    }
    return `${restBase}${path}?${search}`;
  };
  const token = request.start === undefined ? undefined : `PA${request.start}`;
  return {
    [key]: items,
    meta: {
      page: request.number,
      page_size: request.size,
      first_page_url: urlOf({ Page: '0' }),
      previous_page_url: null,
      url: urlOf({ Page: String(request.number), PageToken: token }),
      next_page_url: next === undefined ? null : urlOf({ Page: String(request.number + 1), PageToken: `PA${next}` }),
      key,
    },
  };
}

/** A page of a short list that is at hand as a whole. */
export function slicePage<Item>(items: Iterable<Item>, request: PageRequest): { items: Item[]; next?: number } {
  const all = [...items];
  const start = request.start ?? 0;
  const end = start + request.size;
  return { items: all.slice(start, end), next: end < all.length ? end : undefined };
}
