import {
  type Actor,
  type AgentListResponse,
  type ArticleResponse,
  type CannedResponsesResponse,
  type CaseHistoryResponse,
  type CaseListResponse,
  type CaseView,
  type ChangeTagResponse,
  type ContactResponse,
  type CountCasesResponse,
  type CustomFieldsResponse,
  type DeleteCaseResponse,
  type ExportArticlesResponse,
  type ExportCasesResponse,
  type FeatureRequestListResponse,
  type FindArticleFeedbackResponse,
  type FindArticlesResponse,
  type FindCasesResponse,
  type FindContactsResponse,
  type ImportArticlesResponse,
  type LabelsResponse,
  type OutreachResponse,
  type PanelResponse,
  panelFormFields,
  type RateArticleResponse,
  type SuggestArticlesResponse,
  type TagsResponse,
} from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { Logger } from '@discord-channel/virtual-agent';
import type { z } from 'zod';
import { consoleLogger } from '../runtime/console-logger';
import { retryDeadConnection } from '../runtime/retry-dead-connection';
import { answerJson, type FunctionContext, type FunctionEvent, type TwilioFunction } from '../runtime/twilio-runtime';
import type { PanelApi } from './open-panel-api';
import { type PanelRefusal, panelRefusals } from './panel-refusals';
import type { FlexAgent } from './verify-flex-token';

type PanelAnswer =
  | AgentListResponse
  | ArticleResponse
  | CannedResponsesResponse
  | CaseHistoryResponse
  | CaseListResponse
  | ChangeTagResponse
  | ContactResponse
  | CountCasesResponse
  | CustomFieldsResponse
  | DeleteCaseResponse
  | ExportCasesResponse
  | ExportArticlesResponse
  | FeatureRequestListResponse
  | FindArticleFeedbackResponse
  | FindArticlesResponse
  | FindCasesResponse
  | FindContactsResponse
  | LabelsResponse
  | ImportArticlesResponse
  | OutreachResponse
  | RateArticleResponse
  | SuggestArticlesResponse
  | TagsResponse;

export type PanelOutcome =
  | { kind: 'case'; case: CaseView }
  | { kind: 'answer'; answer: PanelAnswer }
  | { kind: 'refused'; refusal: PanelRefusal };

export interface PanelFunction<Schema extends z.ZodType> {
  /** Called with each request, so it keeps what it opened. */
  open: (context: FunctionContext) => Promise<PanelApi>;
  request: Schema;
  /** Who may ask; everybody who may see cases, if left out. */
  roles?: readonly string[];
  /** May be run twice for one request. */
  run: (pool: Pool, request: z.infer<Schema>, agent: Actor, flexAgent: FlexAgent) => Promise<PanelOutcome>;
}

/** Who defines fields and tags, deletes and exports. */
export const leads: readonly string[] = ['supervisor', 'admin'];

const allowedRoles = new Set(['agent', 'supervisor', 'admin']);

/**
 * A Function of the panel's API: agent's token and role, then the request's shape, then one use case. Public for
 * Twilio, so everything that may not be is refused here. Preflight requests never get this far: Twilio's runtime
 * answers them itself. https://www.twilio.com/docs/runtime/functions/headers-and-cookies/limitations
 */
export function panelFunction<Schema extends z.ZodType>(definition: PanelFunction<Schema>): TwilioFunction {
  return async (context, event, callback) => {
    const logger = consoleLogger(context);
    let cors: Record<string, string> = {};
    try {
      const api = await definition.open(context);
      cors = { 'Access-Control-Allow-Origin': api.flexOrigin, Vary: 'Origin' };
      const outcome = await answer(definition, api, event, logger);
      if (outcome.kind === 'case') {
        return answerJson(callback, 200, { case: outcome.case } satisfies PanelResponse, cors);
      }
      if (outcome.kind === 'answer') return answerJson(callback, 200, outcome.answer, cors);
      answerJson(callback, outcome.refusal.status, outcome.refusal.body, cors);
    } catch (error) {
      logger.error({ err: error }, 'the panel could not be answered');
      const { status, body } = panelRefusals.unavailable();
      answerJson(callback, status, body, cors);
    }
  };
}

async function answer<Schema extends z.ZodType>(
  { request: schema, run, roles: allowed }: PanelFunction<Schema>,
  api: PanelApi,
  event: FunctionEvent,
  logger: Logger,
): Promise<PanelOutcome> {
  const refused = (refusal: PanelRefusal): PanelOutcome => ({ kind: 'refused', refusal });
  const token = event[panelFormFields.token];
  if (typeof token !== 'string' || token === '') return refused(panelRefusals.invalidToken());
  const verified = await api.verifyToken(token);
  if (verified.kind === 'invalid') return refused(panelRefusals.invalidToken());
  if (verified.kind === 'unavailable') {
    logger.warn({ reason: verified.reason }, 'the token of an agent could not be checked');
    return refused(panelRefusals.unavailable());
  }
  const { identity, name, roles } = verified.agent;
  if (!roles.some((role) => allowedRoles.has(role))) return refused(panelRefusals.forbidden());
  if (allowed && !roles.some((role) => allowed.includes(role))) return refused(panelRefusals.reserved());

  const request = schema.safeParse(parseJson(event[panelFormFields.payload]));
  if (!request.success) {
    const issue = request.error.issues[0];
    return refused(panelRefusals.invalidRequest(issue?.message ?? 'The request is not valid.', issue?.path.join('.')));
  }
  const agent: Actor = { kind: 'agent', id: identity, name };
  return retryDeadConnection(async () => run(await api.openPool(), request.data, agent, verified.agent));
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
