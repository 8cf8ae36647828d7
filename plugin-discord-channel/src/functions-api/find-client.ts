import type {
  CaseRange,
  CountCasesResponse,
  ExportedCase,
  FeatureRequest,
  FindCasesRequest,
  FindCasesResponse,
  FindRequest,
} from '@discord-channel/contracts';
import type { FindResult, PanelFailure } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readCaseCounts, readCasePage, readExportPage } from './read-case-list';
import { readPage } from './read-page';

/** Finds a page of something. */
export type Find<Item> = (request: FindRequest, signal?: AbortSignal) => Promise<FindResult<Item>>;

export type CasePageResult = { kind: 'page'; page: FindCasesResponse } | PanelFailure;
export type ExportPageResult = { kind: 'page'; items: readonly ExportedCase[]; next: string | null } | PanelFailure;
export type CaseCountsResult = { kind: 'counts'; counts: CountCasesResponse } | PanelFailure;

/** What the team looks through. No call throws; each is tried twice. */
export interface FindClient {
  findCases(request: FindCasesRequest, signal?: AbortSignal): Promise<CasePageResult>;
  countCases(range: CaseRange, signal?: AbortSignal): Promise<CaseCountsResult>;
  /** A page of what `findCases` finds, many at a time and with all details. For supervisors and administrators. */
  exportCases(request: FindCasesRequest, signal?: AbortSignal): Promise<ExportPageResult>;
  findFeatureRequests: Find<FeatureRequest>;
}

export function createFindClient(dependencies: PostDependencies): FindClient {
  const readIdeas = readPage<FeatureRequest>(['title', 'description']);
  const twice = { attempts: 2 };
  return {
    findCases: (request, signal) =>
      postToFunctions(dependencies, { ...twice, path: functionPaths.findCases, request, read: readCasePage, signal }),
    countCases: (request, signal) =>
      postToFunctions(dependencies, {
        ...twice,
        path: functionPaths.countCases,
        request,
        read: readCaseCounts,
        signal,
      }),
    exportCases: (request, signal) =>
      postToFunctions(dependencies, {
        ...twice,
        path: functionPaths.exportCases,
        request,
        read: readExportPage,
        signal,
      }),
    findFeatureRequests: (request, signal) =>
      postToFunctions(dependencies, {
        ...twice,
        path: functionPaths.findFeatureRequests,
        request,
        read: readIdeas,
        signal,
      }),
  };
}
