import type { Outreach } from '@discord-channel/contracts';
import type { PanelFailure } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

/** What came of writing to a player, or of asking how that goes. */
export type OutreachResult = { kind: 'outreach'; outreach: Outreach } | PanelFailure;

/** Reads an answer that should tell how a message goes. @param status the HTTP status @param body the answer's text */
export function readOutreach(status: number, body: string): OutreachResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && isOutreach(answer.outreach)) {
    return { kind: 'outreach', outreach: answer.outreach };
  }
  return readRefusal(status, body);
}

const isOutreach = (value: unknown): value is Outreach =>
  isObject(value) && isText(value.id) && isText(value.state) && ['sending', 'sent', 'failed'].includes(value.state);
