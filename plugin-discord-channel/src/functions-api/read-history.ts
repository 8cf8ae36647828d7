import type { CaseHistoryResponse } from '@discord-channel/contracts';
import type { HistoryResult } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

const isEntry = (value: unknown): boolean =>
  isObject(value) &&
  Number.isInteger(value.id) &&
  isText(value.event) &&
  isText(value.at) &&
  isObject(value.details) &&
  isObject(value.actor) &&
  isText(value.actor.name);

const isSummary = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.id) &&
  Number.isInteger(value.number) &&
  isText(value.subject) &&
  isText(value.status);

const isHistory = (value: unknown): value is CaseHistoryResponse =>
  isObject(value) &&
  Array.isArray(value.timeline) &&
  value.timeline.every(isEntry) &&
  Array.isArray(value.otherCases) &&
  value.otherCases.every(isSummary);

/** Reads an answer that should be a history. @param status the HTTP status @param body the answer's text */
export function readHistory(status: number, body: string): HistoryResult {
  const answer = parseAnswer(body);
  return status === 200 && isHistory(answer) ? { kind: 'history', history: answer } : readRefusal(status, body);
}
