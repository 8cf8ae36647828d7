import type { CountCasesResponse, ExportedCase, ListedCase } from '@discord-channel/contracts';
import type { CaseCountsResult, CasePageResult, ExportPageResult } from './find-client';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

const isListed = (value: unknown): value is ListedCase =>
  isObject(value) &&
  Number.isInteger(value.number) &&
  [value.id, value.subject, value.status, value.source, value.createdAt, value.updatedAt].every(isText) &&
  isObject(value.customer) &&
  isText(value.customer.name) &&
  isObject(value.customValues) &&
  Array.isArray(value.tags) &&
  value.tags.every(isText);

const isCounts = (value: unknown): value is CountCasesResponse =>
  isObject(value) && [value.all, value.open, value.elevated, value.closed].every(Number.isInteger);

const isExported = (value: unknown): value is ExportedCase =>
  isObject(value) &&
  isText(value.priority) &&
  isObject(value.contactCustomValues) &&
  Array.isArray(value.labels) &&
  value.labels.every(isText) &&
  isListed(value);

/** Reads an answer that should be a page of cases. @param status the HTTP status @param body the answer's text */
export function readCasePage(status: number, body: string): CasePageResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && Array.isArray(answer.items) && answer.items.every(isListed)) {
    const next = isText(answer.next) ? answer.next : null;
    return { kind: 'page', page: { items: answer.items, next, nearly: answer.nearly === true } };
  }
  return readRefusal(status, body);
}

/** Reads an answer that should be how many cases there are. @param status the HTTP status @param body the answer's text */
export function readCaseCounts(status: number, body: string): CaseCountsResult {
  const answer = parseAnswer(body);
  return status === 200 && isCounts(answer) ? { kind: 'counts', counts: answer } : readRefusal(status, body);
}

/** Reads an answer that should be a page of an export. @param status the HTTP status @param body the answer's text */
export function readExportPage(status: number, body: string): ExportPageResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && Array.isArray(answer.items) && answer.items.every(isExported)) {
    return { kind: 'page', items: answer.items, next: isText(answer.next) ? answer.next : null };
  }
  return readRefusal(status, body);
}
