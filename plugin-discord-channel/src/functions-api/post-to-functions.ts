import type { panelFormFields, panelFunctions } from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { PanelFailure } from './panel-result';

/** The paths and fields of contracts/panel-api, written again because its zod must stay out of the bundle; their types keep them equal. */
export const functionPaths: typeof panelFunctions = {
  getCase: '/flex/get-case',
  changeCaseStatus: '/flex/change-case-status',
  addCaseNote: '/flex/add-case-note',
  editCase: '/flex/edit-case',
  deleteCase: '/flex/delete-case',
  findAgents: '/flex/find-agents',
  editContact: '/flex/edit-contact',
  getContact: '/flex/get-contact',
  saveContact: '/flex/save-contact',
  getCaseHistory: '/flex/get-case-history',
  findCases: '/flex/find-cases',
  countCases: '/flex/count-cases',
  exportCases: '/flex/export-cases',
  findContacts: '/flex/find-contacts',
  findLabels: '/flex/find-labels',
  findCustomFields: '/flex/find-custom-fields',
  saveCustomField: '/flex/save-custom-field',
  deleteCustomField: '/flex/delete-custom-field',
  findTags: '/flex/find-tags',
  changeTag: '/flex/change-tag',
  findFeatureRequests: '/flex/find-feature-requests',
  createCase: '/flex/create-case',
  findTaskCases: '/flex/find-task-cases',
  linkCase: '/flex/link-case',
  unlinkCase: '/flex/unlink-case',
  messagePlayer: '/flex/message-player',
  getOutreach: '/flex/get-outreach',
  suggestArticles: '/flex/suggest-articles',
  findArticles: '/flex/find-articles',
  findArticleFeedback: '/flex/find-article-feedback',
  getArticle: '/flex/get-article',
  saveArticle: '/flex/save-article',
  deleteArticle: '/flex/delete-article',
  importArticles: '/flex/import-articles',
  exportArticles: '/flex/export-articles',
  rateArticle: '/flex/rate-article',
  findCannedResponses: '/flex/find-canned-responses',
  saveCannedResponse: '/flex/save-canned-response',
  deleteCannedResponse: '/flex/delete-canned-response',
};

const fields: typeof panelFormFields = { token: 'Token', payload: 'Payload' };

/** A Function may take 10 s; an agent should not wait longer than this for one attempt. */
const timeoutMs = 8_000;
const pauseBeforeRetryMs = 400;

/** What a call needs of Flex, read anew for every attempt because Flex renews its token. */
export interface Connection {
  /** Base URL of the Functions, without a slash at its end; undefined when Flex's configuration has none. */
  functionsUrl: string | undefined;
  /** The agent's Flex token. */
  token: string;
}

export interface PostDependencies {
  readConnection: () => Connection;
  fetch: typeof fetch;
  wait: (milliseconds: number) => Promise<void>;
}

export interface Post<Success> {
  path: string;
  request: object;
  /** Reads the answer: its HTTP status and its text. */
  read: (status: number, body: string) => Success | PanelFailure;
  /** How often it may be tried in all. */
  attempts: number;
  /** Ends it as `cancelled`. */
  signal?: AbortSignal;
}

/** Calls a Function of the panel's API. Never throws: every outcome is a result. */
export async function postToFunctions<Success extends { kind: string }>(
  dependencies: PostDependencies,
  post: Post<Success>,
): Promise<Success | PanelFailure> {
  const result = await attempt(dependencies, post);
  if (post.attempts <= 1 || !isPassing(result)) return result;
  await dependencies.wait(pauseBeforeRetryMs);
  return postToFunctions(dependencies, { ...post, attempts: post.attempts - 1 });
}

/** True for trouble that may be over by the next attempt. */
function isPassing(result: { kind: string; code?: unknown }): boolean {
  return result.kind === 'unreachable' || (result.kind === 'refused' && result.code === 'unavailable');
}

async function attempt<Success>(
  { readConnection, fetch }: PostDependencies,
  { path, request, read, signal }: Post<Success>,
): Promise<Success | PanelFailure> {
  const { functionsUrl, token } = readConnection();
  if (functionsUrl === undefined) return { kind: 'not-configured', message: text('connection.not-configured') };
  if (signal?.aborted) return { kind: 'cancelled' };

  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    // A form needs no CORS preflight, which would double the round trips.
    const response = await fetch(`${functionsUrl}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ [fields.token]: token, [fields.payload]: JSON.stringify(request) }),
      credentials: 'omit',
      signal: controller.signal,
    });
    return read(response.status, await response.text());
  } catch {
    if (signal?.aborted) return { kind: 'cancelled' };
    const message = controller.signal.aborted
      ? text('connection.timeout', { seconds: timeoutMs / 1_000 })
      : text('connection.network');
    return { kind: 'unreachable', message };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
