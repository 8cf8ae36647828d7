import { z } from 'zod';
import { paragraph } from './edit-case';
import { conversationSid } from './identifiers';

/** What Discord takes in one message, in UTF-16 units. */
export const outreachLimit = 2_000;

/** An agent writes to the player of a case first. */
export const messagePlayerRequest = z.object({
  caseId: z.uuid(),
  /** Chosen by the panel, so that a repeated request sends one message. */
  outreachId: z.uuid(),
  text: paragraph.pipe(
    z
      .string()
      .min(1, 'Write something first.')
      .max(outreachLimit, `Discord takes at most ${outreachLimit} characters in one message.`),
  ),
});
export type MessagePlayerRequest = z.infer<typeof messagePlayerRequest>;

export const getOutreachRequest = z.object({ outreachId: z.uuid() });
export type GetOutreachRequest = z.infer<typeof getOutreachRequest>;

/** How a message that an agent wrote first is going. */
export const outreach = z.object({
  id: z.uuid(),
  state: z.enum(['sending', 'sent', 'failed']),
  /** Why it failed, for the agent. */
  failure: z.string().nullable(),
  conversationSid: conversationSid.nullable(),
});
export type Outreach = z.infer<typeof outreach>;

export const outreachResponse = z.object({ outreach });
export type OutreachResponse = z.infer<typeof outreachResponse>;
