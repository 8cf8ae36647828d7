import type { PanelResult } from './panel-result';
import { isCaseView, isObject, parseAnswer, readRefusal } from './read-refusal';

/** Reads an answer that should be a case. @param status the HTTP status @param body the answer's text */
export function readPanelAnswer(status: number, body: string): PanelResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && isCaseView(answer.case)) return { kind: 'case', case: answer.case };
  return readRefusal(status, body);
}
