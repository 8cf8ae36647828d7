export type { Article, ArticleDraft, KnowledgeScope } from './article';
export { type ArticleIndex, buildArticleIndex, type FoundArticle } from './article-index';
export { type ArticleSearch, type ArticleSearchDependencies, createArticleSearch } from './article-search';
export { excerptOf } from './excerpt-of';
export { type FindArticleResult, findArticle } from './find-article';
export { type ArticleProblem, type ParseArticleResult, parseArticle } from './parse-article';
export { type PublishArticles, publishArticles } from './publish-articles';
export { type ReadArticleFolderResult, readArticleFolder } from './read-article-folder';
export { knowledgeBaseSchema } from './schema';
