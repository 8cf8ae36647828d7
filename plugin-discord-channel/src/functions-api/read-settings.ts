import type { ChangeTagResponse, CustomField, Tag } from '@discord-channel/contracts';
import type { PanelFailure } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

export type CustomFieldsResult = { kind: 'fields'; fields: readonly CustomField[] } | PanelFailure;
export type TagsResult = { kind: 'tags'; tags: readonly Tag[] } | PanelFailure;
export type ChangeTagResult = ({ kind: 'changed' } & ChangeTagResponse) | PanelFailure;

const isField = (value: unknown): value is CustomField =>
  isObject(value) &&
  [value.id, value.subject, value.kind, value.name].every(isText) &&
  Array.isArray(value.options) &&
  value.options.every(isText) &&
  Number.isInteger(value.version);

const isTag = (value: unknown): value is Tag => isObject(value) && isText(value.name) && Number.isInteger(value.cases);

const isTags = (value: unknown): value is { tags: Tag[]; remaining?: unknown } =>
  isObject(value) && Array.isArray(value.tags) && value.tags.every(isTag);

/** Reads an answer that should be custom fields. @param status the HTTP status @param body the answer's text */
export function readCustomFields(status: number, body: string): CustomFieldsResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && Array.isArray(answer.fields) && answer.fields.every(isField)) {
    return { kind: 'fields', fields: answer.fields };
  }
  return readRefusal(status, body);
}

/** Reads an answer that should be tags. @param status the HTTP status @param body the answer's text */
export function readTags(status: number, body: string): TagsResult {
  const answer = parseAnswer(body);
  return status === 200 && isTags(answer) ? { kind: 'tags', tags: answer.tags } : readRefusal(status, body);
}

/** Reads what came of changing a tag. @param status the HTTP status @param body the answer's text */
export function readChangedTag(status: number, body: string): ChangeTagResult {
  const answer = parseAnswer(body);
  if (status !== 200 || !isTags(answer)) return readRefusal(status, body);
  const { tags, remaining } = answer;
  return { kind: 'changed', remaining: typeof remaining === 'number' ? remaining : 0, tags };
}
