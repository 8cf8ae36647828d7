import { InteractionResponseType } from 'discord-api-types/v10';
import { z } from 'zod';
import { createMessageBody, editMessageBody } from '../messages/message-body';
import { modalBody } from './modal-body';

/**
 * First answers to an interaction that the product gives; completions (8) are none of them.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
 */
export const callbackBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(InteractionResponseType.ChannelMessageWithSource), data: createMessageBody }),
  z.strictObject({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: z.strictObject({ flags: z.int().nullish() }).optional(),
  }),
  z.strictObject({ type: z.literal(InteractionResponseType.DeferredMessageUpdate) }),
  z.strictObject({ type: z.literal(InteractionResponseType.UpdateMessage), data: editMessageBody }),
  z.strictObject({ type: z.literal(InteractionResponseType.Modal), data: modalBody }),
]);
export type CallbackBody = z.infer<typeof callbackBody>;
