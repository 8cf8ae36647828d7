import type { WrongCustomValue } from '@discord-channel/case-management';
import type { CaseView, ContactView, DeletedCase, PanelError } from '@discord-channel/contracts';

/** An answer of the panel's API that is not the case: HTTP status, and words that an agent can act on. */
export interface PanelRefusal {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 503;
  body: PanelError;
}

const refusal = (status: PanelRefusal['status'], error: PanelError['error']): PanelRefusal => ({
  status,
  body: { error },
});

const wrongValues: Record<WrongCustomValue['reason'], string> = {
  'no-such-field': 'There is no such field any more. Reload the page and look again.',
  deleted: 'This field was deleted. What it holds can be taken away, but nothing new put in.',
  'not-an-option': 'This is not one of the options any more. Choose another one.',
  'not-a-tick': 'This can only be ticked or not.',
};

export const panelRefusals = {
  invalidRequest: (message: string, field?: string) => refusal(400, { code: 'invalid-request', message, field }),
  invalidToken: () =>
    refusal(401, { code: 'invalid-token', message: 'Your Flex session is not valid any more. Log in again.' }),
  forbidden: () =>
    refusal(403, {
      code: 'forbidden',
      message:
        'Cases are open to agents, supervisors and administrators. Ask your administrator for one of these roles.',
    }),
  reserved: () =>
    refusal(403, {
      code: 'forbidden',
      message: 'Only supervisors and administrators may do this. Ask one of them; nothing was changed.',
    }),
  wrongCustomValue: ({ fieldId, reason }: WrongCustomValue) =>
    refusal(400, {
      code: 'invalid-request',
      message: wrongValues[reason],
      field: `changes.customValues.${fieldId}`,
    }),
  articleGone: () =>
    refusal(400, {
      code: 'invalid-request',
      message: 'This article is not published any more. Nothing was kept.',
      field: 'articleId',
    }),
  caseNotFound: () =>
    refusal(404, {
      code: 'case-not-found',
      message: 'There is no case for this task. It may not have been opened yet.',
    }),
  caseDeleted: ({ number, deletedBy, deletedAt }: DeletedCase) =>
    refusal(410, {
      code: 'case-deleted',
      message: `${deletedBy} deleted case #${number} on ${deletedAt.slice(0, 10)}, with its notes and its history.`,
    }),
  staleVersion: (current: CaseView) =>
    refusal(409, {
      code: 'stale-version',
      message: 'Somebody changed this case in the meantime. Look at it as it is now and decide again.',
      current,
    }),
  contactNotFound: () =>
    refusal(404, { code: 'contact-not-found', message: 'There is no such contact. Look for it in the list anew.' }),
  staleContact: (currentContact: ContactView) =>
    refusal(409, {
      code: 'stale-version',
      message: 'Somebody changed this contact in the meantime. Look at it as it is now and decide again.',
      currentContact,
    }),
  changedMeanwhile: (updatedBy: string) =>
    refusal(409, { code: 'stale-version', message: `${updatedBy} changed this in the meantime.` }),
  deletedMeanwhile: () =>
    refusal(409, {
      code: 'stale-version',
      message: 'This was deleted in the meantime. What you wrote can be saved as a new one.',
    }),
  unavailable: () =>
    refusal(503, {
      code: 'unavailable',
      message: 'Cases and articles cannot be reached at the moment. Nothing was lost; try again in a few seconds.',
    }),
} as const;
