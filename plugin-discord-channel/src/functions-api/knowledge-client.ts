import type { RateArticleRequest, SuggestArticlesRequest } from '@discord-channel/contracts';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { type RatingResult, readRating } from './read-rating';
import { readSuggestions, type SuggestionsResult } from './read-suggestions';

/** The knowledge base as agents use it. No call throws. */
export interface KnowledgeClient {
  /** The articles that fit a text. Tried twice. An aborted signal ends it as `cancelled`. */
  suggestArticles(request: SuggestArticlesRequest, signal?: AbortSignal): Promise<SuggestionsResult>;
  /** Feedback on an article. Tried twice: what is said again stands once. */
  rateArticle(request: RateArticleRequest): Promise<RatingResult>;
}

export function createKnowledgeClient(dependencies: PostDependencies): KnowledgeClient {
  return {
    suggestArticles: (request, signal) =>
      postToFunctions(dependencies, {
        path: functionPaths.suggestArticles,
        request,
        read: readSuggestions,
        attempts: 2,
        signal,
      }),
    rateArticle: (request) =>
      postToFunctions(dependencies, { path: functionPaths.rateArticle, request, read: readRating, attempts: 2 }),
  };
}
