import { z } from 'zod';
import { snowflake } from './identifiers';
import { articleCard, presentation } from './presentation';

/** Kinds of content that are named in the transcript but not carried yet. */
export const uncarriedContent = z.enum(['attachment', 'sticker', 'voice-message', 'poll', 'forward', 'other']);
export type UncarriedContent = z.infer<typeof uncarriedContent>;

/** A message that the player wrote, or a button that the player pressed. */
export const playerMessageAttributes = z.object({
  origin: z.literal('player'),
  discord: z.object({
    /** Snowflake of the Discord message or, for a press, of the interaction. Unique: an unknown outcome is looked up by it. */
    messageId: snowflake,
    /**
     * Which part of that message this is, where there are several: its text comes first, then each file. What is above
     * 0 belongs to a part before it and wants no answer of its own.
     */
    part: z.number().int().min(0).max(20).optional(),
    /** The pressed button's id. */
    customId: z.string().max(100).optional(),
    /** What the message held beside its text. */
    uncarried: z.array(uncarriedContent).optional(),
  }),
});
export type PlayerMessageAttributes = z.infer<typeof playerMessageAttributes>;

/** An answer of the virtual agent. */
export const answerAttributes = z.object({
  origin: z.literal('virtual-agent'),
  /** Index of the player's message that this answers: looked for before an answer is posted again. */
  answers: z.number().int().nonnegative(),
  /** 0 for the first message of an answer, 1 for the second. */
  part: z.number().int().nonnegative(),
  presentation: presentation.optional(),
});
export type AnswerAttributes = z.infer<typeof answerAttributes>;

/** An article that an agent sent from the Knowledge tab. */
export const agentArticleAttributes = z.object({ origin: z.literal('agent'), presentation: articleCard });
export type AgentArticleAttributes = z.infer<typeof agentArticleAttributes>;

/** A line that tells what happened ("Kim has joined the conversation."). `key` is unique per happening. */
export const noticeAttributes = z.object({
  origin: z.literal('notice'),
  key: z.string().min(1).max(120),
  /** True when the player saw it in Discord before it was posted (the greeting): the relay must not send it again. */
  alreadyInDiscord: z.boolean().default(false),
});
export type NoticeAttributes = z.infer<typeof noticeAttributes>;

/** Attributes of the messages that this product posts. Everybody can write attributes: trust them together with the author only. */
export const messageAttributes = z.discriminatedUnion('origin', [
  playerMessageAttributes,
  answerAttributes,
  agentArticleAttributes,
  noticeAttributes,
]);
export type MessageAttributes = z.infer<typeof messageAttributes>;

/** Added to a player's message that the player changed in Discord. What it said before is in the relay's database. */
export const messageChange = z.object({
  edited: z.object({ by: z.literal('player'), at: z.iso.datetime(), version: z.string().max(60) }).optional(),
  deleted: z.object({ by: z.literal('player'), at: z.iso.datetime() }).optional(),
});
export type MessageChange = z.infer<typeof messageChange>;

/** Added to any message that could not be brought to the player. Merged, never replacing what is there. */
export const deliveryFailure = z.object({
  delivery: z.object({ state: z.literal('failed'), reason: z.string().max(300) }),
});
export type DeliveryFailure = z.infer<typeof deliveryFailure>;

/** What an agent's desktop adds to such a message to have it sent again. The same key counts once. */
export const resendWish = z.object({
  delivery: z.object({ state: z.literal('failed'), resend: z.string().min(1).max(60) }),
});
export type ResendWish = z.infer<typeof resendWish>;

/** Put in place of a failure when the message, sent again, did reach the player. */
export const deliverySuccess = z.object({ delivery: z.object({ state: z.literal('delivered') }) });
export type DeliverySuccess = z.infer<typeof deliverySuccess>;

/** Attributes of a message as JSON text, parsed; undefined when they are not ours or not even JSON. */
export function parseMessageAttributes(json: string | undefined | null): MessageAttributes | undefined {
  if (!json) return undefined;
  try {
    const parsed = messageAttributes.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
