import { z } from 'zod';
import { conversationSid } from './identifiers';
import { discordTaskAttributes } from './task-attributes';

/** Paths of the Functions that the Studio flow runs. All are protected: Twilio signs, the runtime checks. */
export const studioFunctions = {
  onMessage: '/studio/on-message',
  openCase: '/studio/open-case',
  handoffFailed: '/studio/handoff-failed',
} as const;

export const onMessageRequest = z.object({ conversationSid, author: z.string().optional() });
export type OnMessageRequest = z.infer<typeof onMessageRequest>;

/** `answered`: nothing left to say. `handoff`: the player asked for an agent. `ignored`: not the bot's turn. */
export const onMessageResponse = z.object({ outcome: z.enum(['answered', 'handoff', 'ignored']) });
export type OnMessageResponse = z.infer<typeof onMessageResponse>;

export const openCaseRequest = z.object({ conversationSid });
/** Names are flat so that the flow can name them one by one: `widgets.open_case.parsed.taskAttributes`. */
export const openCaseResponse = z.object({ caseNumber: z.number().int(), taskAttributes: discordTaskAttributes });
export type OpenCaseResponse = z.infer<typeof openCaseResponse>;

export const handoffFailedRequest = z.object({ conversationSid });
