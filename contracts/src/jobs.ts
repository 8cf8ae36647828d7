import { z } from 'zod';
import { conversationSid, snowflake } from './identifiers';
import { presentedButton } from './presentation';

/**
 * Durable jobs: written by a use case in its own transaction, run by the worker, retried until done.
 * Each is safe to run twice.
 */
export const jobPayloads = {
  /** Tells the player something straight in the DM, behind everything already waiting for that DM. Once per key. */
  'tell-player': z.object({
    dmChannelId: snowflake,
    key: z.string().max(120),
    text: z.string().min(1).max(2_000),
    buttons: z.array(presentedButton).max(5).optional(),
  }),
  /** Answers what the player wrote if the Studio flow has not (a lost webhook, a message during an execution). */
  'answer-unanswered': z.object({ conversationSid }),
  /** Looks whether a requested hand-off produced a task, and creates it if not. */
  'check-handoff': z.object({ conversationSid }),
  /** Tries something again that was set aside. `key` tells one wish of an operator from the next. */
  'retry-parked': z.object({ id: z.string().max(60), key: z.string().max(40) }),
  /** Says in the conversation that an agent joined. Once per reservation. */
  'announce-agent': z.object({ conversationSid, key: z.string().max(120), agentName: z.string().min(1).max(100) }),
  /** Posts an announcement that was stored, once, in its server's #announcements. */
  'post-announcement': z.object({ guildId: snowflake, announcementId: z.string().min(1).max(100) }),
  /** Says in the conversation what happened, for the player and the transcript. Once per key. */
  'post-notice': z.object({ conversationSid, key: z.string().max(120), text: z.string().min(1).max(2_000) }),
  /** Brings a message that an agent wrote first to the player, and the conversation about it to the agent. */
  'reach-player': z.object({ outreachId: z.uuid() }),
  /** Finds out what became of a conversation that an agent is done with. */
  'settle-conversation': z.object({ conversationSid }),
  /** Tells a player who waits for an agent that the wait goes on, at growing intervals. */
  'tell-waiting': z.object({ conversationSid }),
  /** Looks whether the agent has answered the player, and reminds both if not. */
  'remind-agent': z.object({ conversationSid }),
  /** Tells Flex which cases changed last, and whether the team's fields and tags did: it looks at those anew. */
  'publish-case-changes': z.object({}),
  /** Looks what the player is to be asked about a case, and when. */
  'follow-case': z.object({ caseId: z.uuid() }),
  /** Shows the player in the DM how a case stands: a card that is edited in place. */
  'show-case-card': z.object({ caseId: z.uuid() }),
  /** Lets the card of a case that was deleted say so: nothing of the case is left on it. */
  'close-case-card': z.object({ caseId: z.uuid(), number: z.number().int().positive(), applicationId: snowflake }),
  /** Records what became of a question about a case: it is in the DM, or never will be, with Discord's code. */
  'settle-question': z.object({ questionId: z.uuid(), refusal: z.string().max(40).optional() }),
  /** Looks whether the player is still there, and ends the chat if not. */
  'end-idle-chat': z.object({ conversationSid }),
  /** Builds the search indexes of an application's articles anew where they changed. */
  'build-search-indexes': z.object({ applicationId: snowflake }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;
