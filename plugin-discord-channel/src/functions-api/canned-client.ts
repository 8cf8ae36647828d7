import type {
  CannedResponse,
  CannedResponsesResponse,
  DeleteCannedResponseRequest,
  SaveCannedResponseRequest,
} from '@discord-channel/contracts';
import type { PanelFailure } from './panel-result';
import { functionPaths, type PostDependencies, postToFunctions } from './post-to-functions';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

export type CannedResult = ({ kind: 'responses' } & CannedResponsesResponse) | PanelFailure;

/** The answers that agents have at hand. No call throws; each is tried twice, since a repeated one does nothing more. */
export interface CannedClient {
  find(signal?: AbortSignal): Promise<CannedResult>;
  save(request: SaveCannedResponseRequest): Promise<CannedResult>;
  delete(request: DeleteCannedResponseRequest): Promise<CannedResult>;
}

export function createCannedClient(dependencies: PostDependencies): CannedClient {
  const post = (path: string, request: object, signal?: AbortSignal) =>
    postToFunctions(dependencies, { path, request, read: readCannedResponses, attempts: 2, signal });
  return {
    find: (signal) => post(functionPaths.findCannedResponses, {}, signal),
    save: (request) => post(functionPaths.saveCannedResponse, request),
    delete: (request) => post(functionPaths.deleteCannedResponse, request),
  };
}

const isOptional = (value: unknown): boolean => value === null || isText(value);

const isResponse = (value: unknown): value is CannedResponse =>
  isObject(value) &&
  [value.id, value.applicationId, value.shortcut, value.text, value.updatedBy, value.updatedAt].every(isText) &&
  [value.guildId, value.label, value.language].every(isOptional) &&
  Number.isInteger(value.version);

/** Reads an answer that should be canned responses. @param status the HTTP status @param body the answer's text */
function readCannedResponses(status: number, body: string): CannedResult {
  const answer = parseAnswer(body);
  if (
    status !== 200 ||
    !isObject(answer) ||
    !Array.isArray(answer.responses) ||
    !answer.responses.every(isResponse) ||
    !Array.isArray(answer.servers)
  ) {
    return readRefusal(status, body);
  }
  return { kind: 'responses', responses: answer.responses, servers: answer.servers };
}
