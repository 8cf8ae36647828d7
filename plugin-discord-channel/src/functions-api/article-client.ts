import type {
  ArticleView,
  DeleteArticleRequest,
  ExportArticlesRequest,
  ExportArticlesResponse,
  FindArticleFeedbackRequest,
  FindArticleFeedbackResponse,
  FindArticlesRequest,
  FindArticlesResponse,
  ImportArticlesRequest,
  ImportArticlesResponse,
  SaveArticleRequest,
} from '@discord-channel/contracts';
import type { PanelFailure } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readArticle, readArticleList, readExportedPage, readFeedback, readImported } from './read-articles';

export type ArticleListResult = { kind: 'list'; list: FindArticlesResponse } | PanelFailure;
/** Null: it was deleted. */
export type ArticleResult = { kind: 'article'; article: ArticleView | null } | PanelFailure;
export type FeedbackResult = { kind: 'feedback'; page: FindArticleFeedbackResponse } | PanelFailure;
export type ImportResult = { kind: 'imported'; answer: ImportArticlesResponse } | PanelFailure;
export type ExportResult = { kind: 'exported'; page: ExportArticlesResponse } | PanelFailure;

/** The articles of the knowledge base. No call throws; each is tried twice, since a repeated one does nothing more. */
export interface ArticleClient {
  findArticles(request: FindArticlesRequest, signal?: AbortSignal): Promise<ArticleListResult>;
  getArticle(key: string, signal?: AbortSignal): Promise<ArticleResult>;
  findArticleFeedback(request: FindArticleFeedbackRequest, signal?: AbortSignal): Promise<FeedbackResult>;
  saveArticle(request: SaveArticleRequest): Promise<ArticleResult>;
  deleteArticle(request: DeleteArticleRequest): Promise<ArticleResult>;
  importArticles(request: ImportArticlesRequest): Promise<ImportResult>;
  exportArticles(request: ExportArticlesRequest): Promise<ExportResult>;
}

export function createArticleClient(dependencies: PostDependencies): ArticleClient {
  const attempts = 2;
  const paths = functionPaths;
  const article = (path: string, request: object, signal?: AbortSignal) =>
    postToFunctions(dependencies, { path, request, read: readArticle, attempts, signal });
  return {
    findArticles: (request, signal) =>
      postToFunctions(dependencies, { path: paths.findArticles, request, read: readArticleList, attempts, signal }),
    getArticle: (key, signal) => article(paths.getArticle, { key }, signal),
    findArticleFeedback: (request, signal) =>
      postToFunctions(dependencies, { path: paths.findArticleFeedback, request, read: readFeedback, attempts, signal }),
    saveArticle: (request) => article(paths.saveArticle, request),
    deleteArticle: (request) => article(paths.deleteArticle, request),
    importArticles: (request) =>
      postToFunctions(dependencies, { path: paths.importArticles, request, read: readImported, attempts }),
    exportArticles: (request) =>
      postToFunctions(dependencies, { path: paths.exportArticles, request, read: readExportedPage, attempts }),
  };
}
