import { z } from 'zod';
import { caseTask } from './create-case';
import { conversationSid, taskSid } from './identifiers';

/** Keeps a task, and its conversation, with a case; they leave the one that they were kept with. */
export const linkCaseRequest = z.object({ caseId: z.uuid(), task: caseTask });
export type LinkCaseRequest = z.infer<typeof linkCaseRequest>;

/** Takes a conversation, a task, or the two together away from a case: one line of its links. */
export const unlinkCaseRequest = z.object({
  caseId: z.uuid(),
  conversationSid: conversationSid.nullable(),
  taskSid: taskSid.nullable(),
});
export type UnlinkCaseRequest = z.infer<typeof unlinkCaseRequest>;
