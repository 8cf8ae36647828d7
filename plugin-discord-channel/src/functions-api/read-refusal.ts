import type { CaseView, ContactView, PanelErrorCode } from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { PanelFailure } from './panel-result';

/** Keyed by code, so that the compiler asks for every code of the contract; the contract's own zod stays out of the bundle. */
const errorCodes: Record<PanelErrorCode, true> = {
  'invalid-request': true,
  'invalid-token': true,
  forbidden: true,
  'case-not-found': true,
  'case-deleted': true,
  'contact-not-found': true,
  'stale-version': true,
  unavailable: true,
};

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Reads an answer that is not what was asked for: a refusal of the panel's API (contracts/panel-api), or anything else,
 * a proxy's error page for instance, as `unreachable`.
 */
export function readRefusal(status: number, body: string): PanelFailure {
  const answer = parseAnswer(body);
  const error = isObject(answer) && isObject(answer.error) ? answer.error : undefined;
  if (error && isErrorCode(error.code) && isText(error.message)) {
    const refused = {
      kind: 'refused',
      code: error.code,
      message: error.message,
      ...(isText(error.field) && { field: error.field }),
    } as const;
    if (isContactView(error.currentContact)) return { ...refused, currentContact: error.currentContact };
    return isCaseView(error.current) ? { ...refused, current: error.current } : refused;
  }
  return { kind: 'unreachable', message: text('connection.unexpected', { status }) };
}

/** The JSON of an answer; undefined for anything else. */
export function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const isErrorCode = (value: unknown): value is PanelErrorCode => isText(value) && Object.hasOwn(errorCodes, value);

/** True when everything that the panel draws is there. The Functions have validated the rest. */
export function isCaseView(value: unknown): value is CaseView {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.subject) &&
    isText(value.status) &&
    ['open', 'elevated', 'closed'].includes(value.status) &&
    Number.isInteger(value.number) &&
    Number.isInteger(value.version) &&
    isText(value.priority) &&
    isObject(value.customValues) &&
    Array.isArray(value.tags) &&
    value.tags.every(isText) &&
    isContactView(value.contact) &&
    Array.isArray(value.notes) &&
    value.notes.every((note) => isObject(note) && isText(note.id) && isText(note.text) && isObject(note.author))
  );
}

/** As `isCaseView`, of a contact. */
export function isContactView(value: unknown): value is ContactView {
  return (
    isObject(value) &&
    Number.isInteger(value.version) &&
    isObject(value.customValues) &&
    Array.isArray(value.labels) &&
    value.labels.every(isText)
  );
}
