import type {
  AddCaseNoteRequest,
  ChangeCaseStatusRequest,
  DeleteCaseRequest,
  EditCaseRequest,
  EditContactRequest,
  GetCaseHistoryRequest,
  GetCaseRequest,
  GetContactRequest,
  SaveContactRequest,
} from '@discord-channel/contracts';
import type { AgentsResult, ContactResult, DeleteCaseResult, HistoryResult, PanelResult } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { readAgents } from './read-agents';
import { readContact } from './read-contact';
import { readDeletedCase } from './read-deleted-case';
import { readHistory } from './read-history';
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
  /** Tried twice: a case that is gone already is recognised. */
  deleteCase(request: DeleteCaseRequest): Promise<DeleteCaseResult>;
  /** Tried twice, as an edit of the case. */
  editContact(request: EditContactRequest): Promise<PanelResult>;
  /** Somebody in the list of contacts. Tried twice. An aborted signal ends it as `cancelled`. */
  getContact(request: GetContactRequest, signal?: AbortSignal): Promise<ContactResult>;
  /** Tried twice, as an edit of the case. */
  saveContact(request: SaveContactRequest): Promise<ContactResult>;
  /** Tried twice. An aborted signal ends it as `cancelled`. */
  getCaseHistory(request: GetCaseHistoryRequest, signal?: AbortSignal): Promise<HistoryResult>;
  /** The agents whom a case can be given to. Tried twice. */
  findAgents(signal?: AbortSignal): Promise<AgentsResult>;
}

export function createPanelClient(dependencies: PostDependencies): PanelClient {
  const call = (path: string, request: object, options: { attempts: number; signal?: AbortSignal }) =>
    postToFunctions(dependencies, { path, request, read: readPanelAnswer, ...options });
  const contact = (path: string, request: object, signal?: AbortSignal) =>
    postToFunctions(dependencies, { path, request, read: readContact, attempts: 2, signal });
  return {
    getCase: (request, signal) => call(functionPaths.getCase, request, { attempts: 2, signal }),
    changeCaseStatus: (request) => call(functionPaths.changeCaseStatus, request, { attempts: 1 }),
    addCaseNote: (request) => call(functionPaths.addCaseNote, request, { attempts: 2 }),
    editCase: (request) => call(functionPaths.editCase, request, { attempts: 2 }),
    deleteCase: (request) =>
      postToFunctions(dependencies, { path: functionPaths.deleteCase, request, read: readDeletedCase, attempts: 2 }),
    editContact: (request) => call(functionPaths.editContact, request, { attempts: 2 }),
    getContact: (request, signal) => contact(functionPaths.getContact, request, signal),
    saveContact: (request) => contact(functionPaths.saveContact, request),
    getCaseHistory: (request, signal) =>
      postToFunctions(dependencies, {
        path: functionPaths.getCaseHistory,
        request,
        read: readHistory,
        attempts: 2,
        signal,
      }),
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
