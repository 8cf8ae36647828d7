import type {
  AddCaseNoteRequest,
  ChangeCaseStatusRequest,
  EditCaseRequest,
  GetCaseRequest,
} from '@discord-channel/contracts';
import type { AgentsResult, PanelResult } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readAgents } from './read-agents';
import { readPanelAnswer } from './read-panel-answer';

/** The panel's API. No call throws: every outcome is a `PanelResult`. */
export interface PanelClient {
  /** Tried twice. An aborted signal ends it as `cancelled`. */
  getCase(request: GetCaseRequest, signal?: AbortSignal): Promise<PanelResult>;
  /** Tried once: after an unknown outcome the agent looks before changing again. */
  changeCaseStatus(request: ChangeCaseStatusRequest): Promise<PanelResult>;
  /** Tried twice: the note's id lets the Functions recognise a repeat. */
  addCaseNote(request: AddCaseNoteRequest): Promise<PanelResult>;
  /** Tried twice: an edit that was made already is recognised. */
  editCase(request: EditCaseRequest): Promise<PanelResult>;
  /** The agents whom a case can be given to. Tried twice. */
  findAgents(signal?: AbortSignal): Promise<AgentsResult>;
}

export function createPanelClient(dependencies: PostDependencies): PanelClient {
  const call = (path: string, request: object, options: { attempts: number; signal?: AbortSignal }) =>
    postToFunctions(dependencies, { path, request, read: readPanelAnswer, ...options });
  return {
    getCase: (request, signal) => call(functionPaths.getCase, request, { attempts: 2, signal }),
    changeCaseStatus: (request) => call(functionPaths.changeCaseStatus, request, { attempts: 1 }),
    addCaseNote: (request) => call(functionPaths.addCaseNote, request, { attempts: 2 }),
    editCase: (request) => call(functionPaths.editCase, request, { attempts: 2 }),
    findAgents: (signal) =>
      postToFunctions(dependencies, {
        path: functionPaths.findAgents,
        request: {},
        read: readAgents,
        attempts: 2,
        signal,
      }),
  };
}
