import type { MarkedText, SendableArticle, SuggestArticlesResponse } from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { PanelFailure } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

/** What came of looking for articles. */
export type SuggestionsResult = ({ kind: 'articles' } & SuggestArticlesResponse) | PanelFailure;

/** Reads an answer that should be articles. @param status the HTTP status @param body the answer's text */
export function readSuggestions(status: number, body: string): SuggestionsResult {
  const answer = parseAnswer(body);
  if (status === 200 && isSuggestions(answer)) {
    return { kind: 'articles', articles: answer.articles, isQuestion: answer.isQuestion };
  }
  const refusal = readRefusal(status, body);
  // What the Functions say in general is about cases.
  if (refusal.kind !== 'refused' || refusal.code !== 'unavailable') return refusal;
  return { ...refusal, message: text('knowledge.unavailable') };
}

const isSuggestions = (value: unknown): value is SuggestArticlesResponse =>
  isObject(value) &&
  typeof value.isQuestion === 'boolean' &&
  Array.isArray(value.articles) &&
  value.articles.every(isArticle);

const isArticle = (value: unknown): value is SendableArticle =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.category) &&
  isText(value.excerpt) &&
  typeof value.notHelpful === 'boolean' &&
  (value.url === null || isText(value.url)) &&
  isMarked(value.title) &&
  isMarked(value.passage) &&
  isObject(value.card) &&
  isText(value.card.body) &&
  isObject(value.card.presentation);

const isMarked = (value: unknown): value is MarkedText =>
  isObject(value) && isText(value.text) && Array.isArray(value.marks);
