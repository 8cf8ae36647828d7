export { deleteArticle } from './administration/delete-article';
export { exportArticles } from './administration/export-articles';
export { findArticles } from './administration/find-articles';
export { importArticles } from './administration/import-articles';
export { readArticle } from './administration/read-article';
export { saveArticle } from './administration/save-article';
export { setServers } from './administration/set-servers';
export type { Article, ArticleDraft, KnowledgeScope } from './article';
export {
  type ArticleSearch,
  type ArticleSearchDependencies,
  createArticleSearch,
  type FoundArticle,
  type FoundArticles,
} from './article-search';
export { deleteCannedResponse } from './canned-responses/delete-canned-response';
export { findCannedResponses } from './canned-responses/find-canned-responses';
export { saveCannedResponse } from './canned-responses/save-canned-response';
export { type AnswerKind, decideAnswer } from './decide-answer';
export { excerptOf } from './excerpt-of';
export { type ChangeFeedback, changeFeedback } from './feedback/change-feedback';
export { findArticleFeedback } from './feedback/find-article-feedback';
export { type FindFeedback, findFeedback } from './feedback/find-feedback';
export { type FindArticleResult, findArticle } from './find-article';
export { type ReadArticlesResult, readArticleRows, readArticleSource } from './import/read-article-source';
export { type ArticleProblem, type ParseArticleResult, parseArticle } from './parse-article';
export { type PublishArticles, publishArticles } from './publish-articles';
export { knowledgeBaseSchema } from './schema';
export { buildSearchIndexes } from './snapshots/build-search-indexes';
export { requestSearchIndexes } from './snapshots/request-search-indexes';
export { findOnlyApplication } from './suggest/find-only-application';
export { suggestArticles } from './suggest/suggest-articles';
