import type {
  CaseSummary,
  CreateCaseRequest,
  FindTaskCasesRequest,
  GetOutreachRequest,
  LinkCaseRequest,
  MessagePlayerRequest,
  UnlinkCaseRequest,
} from '@discord-channel/contracts';
import type { FindResult, PanelResult } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { type OutreachResult, readOutreach } from './read-outreach';
import { readPage } from './read-page';
import { readPanelAnswer } from './read-panel-answer';

/** Cases and the tasks that they are about. No call throws; each is tried twice, because a repeat changes nothing. */
export interface CaseWorkClient {
  createCase(request: CreateCaseRequest): Promise<PanelResult>;
  /** The cases of a task's customer that are not closed. */
  findTaskCases(request: FindTaskCasesRequest, signal?: AbortSignal): Promise<FindResult<CaseSummary>>;
  linkCase(request: LinkCaseRequest): Promise<PanelResult>;
  unlinkCase(request: UnlinkCaseRequest): Promise<PanelResult>;
  /** An agent writes to the player first. */
  messagePlayer(request: MessagePlayerRequest): Promise<OutreachResult>;
  getOutreach(request: GetOutreachRequest, signal?: AbortSignal): Promise<OutreachResult>;
}

const attempts = 2;

export function createCaseWorkClient(dependencies: PostDependencies): CaseWorkClient {
  const call = (path: string, request: object) =>
    postToFunctions(dependencies, { path, request, read: readPanelAnswer, attempts });
  const readCases = readPage<CaseSummary>(['subject', 'status', 'source', 'playerName']);
  return {
    createCase: (request) => call(functionPaths.createCase, request),
    linkCase: (request) => call(functionPaths.linkCase, request),
    unlinkCase: (request) => call(functionPaths.unlinkCase, request),
    messagePlayer: (request) =>
      postToFunctions(dependencies, { path: functionPaths.messagePlayer, request, read: readOutreach, attempts }),
    getOutreach: (request, signal) =>
      postToFunctions(dependencies, { path: functionPaths.getOutreach, request, read: readOutreach, attempts, signal }),
    findTaskCases: (request, signal) =>
      postToFunctions(dependencies, { path: functionPaths.findTaskCases, request, read: readCases, attempts, signal }),
  };
}
