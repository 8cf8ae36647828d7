import type { DeleteCaseResult } from './panel-result';
import { isObject, parseAnswer, readRefusal } from './read-refusal';

/** Reads the answer to a deletion. @param status the HTTP status @param body the answer's text */
export function readDeletedCase(status: number, body: string): DeleteCaseResult {
  const answer = parseAnswer(body);
  const deleted = status === 200 && isObject(answer) && isObject(answer.deleted) ? answer.deleted : undefined;
  return typeof deleted?.number === 'number' ? { kind: 'deleted', number: deleted.number } : readRefusal(status, body);
}
