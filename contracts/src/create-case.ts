import { z } from 'zod';
import { caseLimits, caseStatus } from './case-view';
import { line, paragraph, words } from './edit-case';
import { contactChanges } from './edit-contact';
import { conversationSid, taskSid } from './identifiers';

/** How a channel is called in an address of a contact: "sms", "whatsapp", "voice", "slack". */
export const channelName = z.string().regex(/^[a-z0-9_-]{1,40}$/, 'must be the name of a channel');

/** As much of a task as a case is kept with. Anybody may have written a task's attributes: they only name things. */
export const caseTask = z.object({
  taskSid,
  /** Null for a task without messages, a call for instance. */
  conversationSid: conversationSid.nullable(),
  channel: channelName,
  /** Who it is in that channel: a phone number, an e-mail address. A Discord player is known by the conversation instead. */
  address: line.pipe(z.string().max(200)).nullable(),
  name: line.pipe(z.string().max(200)).nullable(),
});
export type CaseTask = z.infer<typeof caseTask>;

/** What an agent fills in for a new case. Names, e-mail and phone are the contact's; what is left empty there stays. */
export const newCaseFields = z.strictObject({
  /** Empty: the beginning of the note. */
  subject: line.pipe(z.string().max(caseLimits.subject, `A subject holds at most ${caseLimits.subject} characters.`)),
  note: paragraph.pipe(
    z
      .string()
      .min(1, 'Write what it is about.')
      .max(caseLimits.note, `A note holds at most ${caseLimits.note} characters.`),
  ),
  status: caseStatus,
  tags: words('A tag'),
  firstName: contactChanges.shape.firstName.unwrap(),
  lastName: contactChanges.shape.lastName.unwrap(),
  email: contactChanges.shape.email.unwrap(),
  phone: contactChanges.shape.phone.unwrap(),
});
export type NewCaseFields = z.infer<typeof newCaseFields>;

export const createCaseRequest = z.object({
  /** Chosen by the panel, so that a repeated request opens one case with one note. */
  caseId: z.uuid(),
  noteId: z.uuid(),
  /** The task that it is about, whose customer is the contact; null for a case without a task. */
  task: caseTask.nullable(),
  fields: newCaseFields,
});
export type CreateCaseRequest = z.infer<typeof createCaseRequest>;

/** Asks for the cases of a task's customer that are not closed, newest first: one of them may be what it is about. */
export const findTaskCasesRequest = z.object({ task: caseTask });
export type FindTaskCasesRequest = z.infer<typeof findTaskCasesRequest>;
