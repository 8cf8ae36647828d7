import type { CaseSummary, FeatureRequest, FindRequest } from '@discord-channel/contracts';
import type { FindResult } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readPage } from './read-page';

/** Finds a page of something. */
export type Find<Item> = (request: FindRequest, signal?: AbortSignal) => Promise<FindResult<Item>>;

/** What the team looks through. No call throws; each is tried twice. */
export interface FindClient {
  findCases: Find<CaseSummary>;
  findFeatureRequests: Find<FeatureRequest>;
}

export function createFindClient(dependencies: PostDependencies): FindClient {
  const readCases = readPage<CaseSummary>(['subject', 'status', 'source', 'playerName']);
  const readIdeas = readPage<FeatureRequest>(['title', 'description']);
  return {
    findCases: (request, signal) =>
      postToFunctions(dependencies, { path: functionPaths.findCases, request, read: readCases, attempts: 2, signal }),
    findFeatureRequests: (request, signal) =>
      postToFunctions(dependencies, {
        path: functionPaths.findFeatureRequests,
        request,
        read: readIdeas,
        attempts: 2,
        signal,
      }),
  };
}
