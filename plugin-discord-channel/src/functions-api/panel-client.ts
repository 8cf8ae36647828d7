import type {
  AddCaseNoteRequest,
  ChangeCaseStatusRequest,
  GetCaseRequest,
  panelFormFields,
  panelFunctions,
} from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { PanelResult } from './panel-result';
import { readPanelAnswer } from './read-panel-answer';

/** The paths and fields of contracts/panel-api, written again because its zod must stay out of the bundle; their types keep them equal. */
const paths: typeof panelFunctions = {
  getCase: '/flex/get-case',
  changeCaseStatus: '/flex/change-case-status',
  addCaseNote: '/flex/add-case-note',
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

export interface PanelClientDependencies {
  readConnection: () => Connection;
  fetch: typeof fetch;
  wait: (milliseconds: number) => Promise<void>;
}

/** The panel's API. No call throws: every outcome is a `PanelResult`. */
export interface PanelClient {
  /** Tried twice. An aborted signal ends it as `cancelled`. */
  getCase(request: GetCaseRequest, signal?: AbortSignal): Promise<PanelResult>;
  /** Tried once: after an unknown outcome the agent looks before changing again. */
  changeCaseStatus(request: ChangeCaseStatusRequest): Promise<PanelResult>;
  /** Tried twice: the note's id lets the Functions recognise a repeat. */
  addCaseNote(request: AddCaseNoteRequest): Promise<PanelResult>;
}

export function createPanelClient(dependencies: PanelClientDependencies): PanelClient {
  return {
    getCase: (request, signal) => call(dependencies, paths.getCase, request, { attempts: 2, signal }),
    changeCaseStatus: (request) => call(dependencies, paths.changeCaseStatus, request, { attempts: 1 }),
    addCaseNote: (request) => call(dependencies, paths.addCaseNote, request, { attempts: 2 }),
  };
}

async function call(
  dependencies: PanelClientDependencies,
  path: string,
  request: object,
  { attempts, signal }: { attempts: number; signal?: AbortSignal },
): Promise<PanelResult> {
  const result = await attempt(dependencies, path, request, signal);
  if (attempts <= 1 || !isPassing(result)) return result;
  await dependencies.wait(pauseBeforeRetryMs);
  return call(dependencies, path, request, { attempts: attempts - 1, signal });
}

/** True for trouble that may be over by the next attempt. */
function isPassing(result: PanelResult): boolean {
  return result.kind === 'unreachable' || (result.kind === 'refused' && result.code === 'unavailable');
}

async function attempt(
  { readConnection, fetch }: PanelClientDependencies,
  path: string,
  request: object,
  signal?: AbortSignal,
): Promise<PanelResult> {
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
    return readPanelAnswer(response.status, await response.text());
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
