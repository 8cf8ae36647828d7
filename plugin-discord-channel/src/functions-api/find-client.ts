import type {
  CaseRange,
  CountCasesResponse,
  ExportedCase,
  FeatureRequest,
  FindCasesRequest,
  FindContactsRequest,
  FindRequest,
  LabelsResponse,
  ListedCase,
  ListedContact,
} from '@discord-channel/contracts';
import type { FindResult, PanelFailure } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readCaseCounts, readCasePage, readExportPage } from './read-case-list';
import { readContactPage, readLabels } from './read-contacts';
import { readPage } from './read-page';

/** Finds a page of something. */
export type Find<Item> = (request: FindRequest, signal?: AbortSignal) => Promise<FindResult<Item>>;

/** A page of a list that goes on at a cursor. */
export type PageResult<Item> =
  | { kind: 'page'; page: { items: readonly Item[]; next: string | null; nearly: boolean } }
  | PanelFailure;
export type FindPage<Question, Item> = (
  request: Question & { cursor?: string },
  signal?: AbortSignal,
) => Promise<PageResult<Item>>;

export type CasePageResult = PageResult<ListedCase>;
export type LabelsResult = { kind: 'labels'; labels: LabelsResponse['labels'] } | PanelFailure;
export type ExportPageResult = { kind: 'page'; items: readonly ExportedCase[]; next: string | null } | PanelFailure;
export type CaseCountsResult = { kind: 'counts'; counts: CountCasesResponse } | PanelFailure;

/** What the team looks through. No call throws; each is tried twice. */
export interface FindClient {
  findCases(request: FindCasesRequest, signal?: AbortSignal): Promise<CasePageResult>;
  countCases(range: CaseRange, signal?: AbortSignal): Promise<CaseCountsResult>;
  /** A page of what `findCases` finds, many at a time and with all details. For supervisors and administrators. */
  exportCases(request: FindCasesRequest, signal?: AbortSignal): Promise<ExportPageResult>;
  findContacts(request: FindContactsRequest, signal?: AbortSignal): Promise<PageResult<ListedContact>>;
  /** The labels that contacts have. */
  findLabels(signal?: AbortSignal): Promise<LabelsResult>;
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
    findContacts: (request, signal) =>
      postToFunctions(dependencies, {
        ...twice,
        path: functionPaths.findContacts,
        request,
        read: readContactPage,
        signal,
      }),
    findLabels: (signal) =>
      postToFunctions(dependencies, {
        ...twice,
        path: functionPaths.findLabels,
        request: {},
        read: readLabels,
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
