import { z } from 'zod';
import { caseLimits, caseStatus, caseSummary, caseView, contactView, featureRequest } from './case-view';
import { optional, paragraph } from './edit-case';
import { conversationSid, taskSid } from './identifiers';

/**
 * The panel's API. Each call is a form-urlencoded POST with `Token` (the agent's Flex token) and `Payload`
 * (JSON of the shapes below): a form needs no CORS preflight. Each answers `panelResponse`, those that find things a
 * page of them, with 200, or `panelError` with 400, 401, 403, 404, 409, 410 or 503.
 */
export const panelFunctions = {
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
} as const;

/** Names of the form's fields. Not `request`: there Twilio puts the headers of a Function's event. */
export const panelFormFields = { token: 'Token', payload: 'Payload' } as const;

/** A case by its own id, or that of a task: by its conversation, else by the task itself. */
export const getCaseRequest = z.union([
  z.object({ caseId: z.uuid() }),
  z.object({ conversationSid, taskSid: taskSid.optional() }),
  z.object({ taskSid }),
]);
export type GetCaseRequest = z.infer<typeof getCaseRequest>;

export const changeCaseStatusRequest = z.object({
  caseId: z.uuid(),
  status: caseStatus,
  /** The version the agent looked at; another one is answered with `stale-version`. */
  version: z.number().int().positive(),
  /** Why it is elevated or how it was resolved; an open case has neither. Left out: nothing is said. */
  reason: optional(paragraph, caseLimits.reason, 'A reason').optional(),
});
export type ChangeCaseStatusRequest = z.infer<typeof changeCaseStatusRequest>;

export const addCaseNoteRequest = z.object({
  caseId: z.uuid(),
  /** Chosen by the panel, so that a repeated request adds one note. */
  noteId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, 'Write something first.')
    .max(caseLimits.note, `A note holds at most ${caseLimits.note} characters.`),
});
export type AddCaseNoteRequest = z.infer<typeof addCaseNoteRequest>;

export const panelResponse = z.object({ case: caseView });
export type PanelResponse = z.infer<typeof panelResponse>;

/** One page of what was found, newest first. */
export const findRequest = z.object({
  /** Words that all occur, or a number. Empty finds everything. */
  search: z.string().trim().max(200, 'Search for at most 200 characters.'),
  /** The `next` of the page before; left out for the first page. */
  before: z.number().int().positive().optional(),
});
export type FindRequest = z.infer<typeof findRequest>;

/** How many are on a page. */
export const findPageSize = 25;

/** Where the next page begins; null on the last one. */
const next = z.number().int().positive().nullable();

export const caseListResponse = z.object({ items: z.array(caseSummary), next });
export type CaseListResponse = z.infer<typeof caseListResponse>;

export const featureRequestListResponse = z.object({ items: z.array(featureRequest), next });
export type FeatureRequestListResponse = z.infer<typeof featureRequestListResponse>;

export const panelErrorCode = z.enum([
  'invalid-request',
  'invalid-token',
  'forbidden',
  'case-not-found',
  'case-deleted',
  'contact-not-found',
  'stale-version',
  'unavailable',
]);
export type PanelErrorCode = z.infer<typeof panelErrorCode>;

export const panelError = z.object({
  error: z.object({
    code: panelErrorCode,
    /** In plain English: what happened, why, and what to do. */
    message: z.string(),
    /** The field of the request that is wrong. */
    field: z.string().optional(),
    /** The case as it is now, with `stale-version`. */
    current: caseView.optional(),
    /** The contact as it is now, with `stale-version` of a contact. */
    currentContact: contactView.optional(),
  }),
});
export type PanelError = z.infer<typeof panelError>;

/** Where the plugin finds the Functions: `ui_attributes.discord_channel` of the Flex configuration. */
export const flexUiAttributes = z.object({ discord_channel: z.object({ functions_url: z.url() }) });
