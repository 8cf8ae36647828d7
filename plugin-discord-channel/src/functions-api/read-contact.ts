import type { ContactResult } from './panel-result';
import { isContactView, isObject, parseAnswer, readRefusal } from './read-refusal';

/** Reads an answer that should be a contact. @param status the HTTP status @param body the answer's text */
export function readContact(status: number, body: string): ContactResult {
  const answer = parseAnswer(body);
  const contact = status === 200 && isObject(answer) ? answer.contact : undefined;
  return isContactView(contact) ? { kind: 'contact', contact } : readRefusal(status, body);
}
