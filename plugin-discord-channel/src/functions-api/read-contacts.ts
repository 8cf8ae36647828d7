import type { ListedContact } from '@discord-channel/contracts';
import type { LabelsResult, PageResult } from './find-client';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

const isContact = (value: unknown): value is ListedContact =>
  isObject(value) &&
  [value.id, value.name, value.createdAt, value.updatedAt].every(isText) &&
  isObject(value.cases) &&
  Number.isInteger(value.cases.all) &&
  isObject(value.customValues) &&
  Array.isArray(value.labels) &&
  value.labels.every(isText);

const isLabel = (value: unknown): value is { name: string; contacts: number } =>
  isObject(value) && isText(value.name) && Number.isInteger(value.contacts);

/** Reads an answer that should be a page of contacts. @param status the HTTP status @param body the answer's text */
export function readContactPage(status: number, body: string): PageResult<ListedContact> {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && Array.isArray(answer.items) && answer.items.every(isContact)) {
    const next = isText(answer.next) ? answer.next : null;
    return { kind: 'page', page: { items: answer.items, next, nearly: answer.nearly === true } };
  }
  return readRefusal(status, body);
}

/** Reads an answer that should be labels. @param status the HTTP status @param body the answer's text */
export function readLabels(status: number, body: string): LabelsResult {
  const answer = parseAnswer(body);
  return status === 200 && isObject(answer) && Array.isArray(answer.labels) && answer.labels.every(isLabel)
    ? { kind: 'labels', labels: answer.labels }
    : readRefusal(status, body);
}
