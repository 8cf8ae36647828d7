import type { RateArticleResponse } from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { PanelFailure } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

/** What came of feedback on an article. */
export type RatingResult = ({ kind: 'rated' } & RateArticleResponse) | PanelFailure;

/** Reads an answer that should tell what is kept. @param status the HTTP status @param body the answer's text */
export function readRating(status: number, body: string): RatingResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && isText(answer.articleId) && typeof answer.notHelpful === 'boolean') {
    return { kind: 'rated', articleId: answer.articleId, notHelpful: answer.notHelpful };
  }
  const refusal = readRefusal(status, body);
  if (refusal.kind !== 'refused' || refusal.code !== 'unavailable') return refusal;
  return { ...refusal, message: text('knowledge.unavailable') };
}
