import type {
  ArticleSummary,
  ArticleView,
  ExportArticlesResponse,
  FindArticleFeedbackResponse,
  FindArticlesResponse,
  ImportArticlesResponse,
  ListedArticle,
} from '@discord-channel/contracts';
import type { ArticleListResult, ArticleResult, ExportResult, FeedbackResult, ImportResult } from './article-client';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

const isSummary = (value: unknown): value is ArticleSummary =>
  isObject(value) &&
  [value.key, value.id, value.title, value.label, value.language, value.updatedBy, value.updatedAt].every(isText) &&
  (value.state === 'published' || value.state === 'draft') &&
  Number.isInteger(value.version);

const isView = (value: unknown): value is ArticleView =>
  isSummary(value) &&
  'queries' in value &&
  Array.isArray(value.queries) &&
  value.queries.every(isText) &&
  'text' in value &&
  isText(value.text) &&
  'url' in value &&
  (value.url === null || isText(value.url));

const isListed = (value: unknown): value is ListedArticle =>
  isSummary(value) &&
  (!('notHelpful' in value) || value.notHelpful === undefined || Number.isInteger(value.notHelpful));

const isCursor = (value: unknown): value is string | null => value === null || isText(value);

const isList = (value: unknown): value is FindArticlesResponse =>
  isObject(value) &&
  Array.isArray(value.articles) &&
  value.articles.every(isListed) &&
  isCursor(value.next) &&
  Array.isArray(value.labels) &&
  value.labels.every(isText) &&
  Array.isArray(value.servers) &&
  value.servers.every(
    (server) => isObject(server) && [server.applicationId, server.guildId, server.name].every(isText),
  );

const isFeedback = (value: unknown): value is FindArticleFeedbackResponse =>
  isObject(value) &&
  Array.isArray(value.feedback) &&
  value.feedback.every((said) => isObject(said) && [said.givenAt, said.query, said.agentName].every(isText)) &&
  isCursor(value.next);

const isExported = (value: unknown): value is ExportArticlesResponse =>
  isObject(value) && Array.isArray(value.articles) && value.articles.every(isView) && isCursor(value.next);

const isImported = (value: unknown): value is ImportArticlesResponse =>
  isObject(value) &&
  (value.outcome === 'waiting' ||
    (value.outcome === 'imported' && [value.added, value.changed, value.unchanged].every(Number.isInteger)) ||
    (value.outcome === 'rejected' &&
      Array.isArray(value.problems) &&
      value.problems.every((problem) => isObject(problem) && isText(problem.reason)) &&
      Number.isInteger(value.more)));

/** Reads an answer that should be a page of articles. @param status the HTTP status @param body the answer's text */
export function readArticleList(status: number, body: string): ArticleListResult {
  const answer = parseAnswer(body);
  return status === 200 && isList(answer) ? { kind: 'list', list: answer } : readRefusal(status, body);
}

/** Reads an answer that should be an article, or that there is none. */
export function readArticle(status: number, body: string): ArticleResult {
  const answer = parseAnswer(body);
  const found = isObject(answer) && (answer.article === null || isView(answer.article)) ? answer : undefined;
  if (status !== 200 || !found) return readRefusal(status, body);
  return { kind: 'article', article: isView(found.article) ? found.article : null };
}

/** Reads an answer that should be a page of feedback. */
export function readFeedback(status: number, body: string): FeedbackResult {
  const answer = parseAnswer(body);
  return status === 200 && isFeedback(answer) ? { kind: 'feedback', page: answer } : readRefusal(status, body);
}

/** Reads what came of a piece of an import. */
export function readImported(status: number, body: string): ImportResult {
  const answer = parseAnswer(body);
  return status === 200 && isImported(answer) ? { kind: 'imported', answer } : readRefusal(status, body);
}

/** Reads a page of an export. */
export function readExportedPage(status: number, body: string): ExportResult {
  const answer = parseAnswer(body);
  return status === 200 && isExported(answer) ? { kind: 'exported', page: answer } : readRefusal(status, body);
}
