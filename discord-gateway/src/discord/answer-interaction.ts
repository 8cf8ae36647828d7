import type { REST } from '@discordjs/rest';
import {
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';

/** An interaction that can be answered: the first answer within 3 s, later ones for 15 minutes. */
export interface AnswerableInteraction {
  id: string;
  token: string;
}

/** Says at once that a command is being worked on; only its user sees the answer that follows. */
export async function deferEphemerally(rest: REST, { id, token }: AnswerableInteraction): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), {
    auth: false,
    body: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    },
  });
}

/** Says at once that a command is being worked on; everybody in the channel sees the answer that follows. */
export async function deferOpenly(rest: REST, { id, token }: AnswerableInteraction): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), {
    auth: false,
    body: { type: InteractionResponseType.DeferredChannelMessageWithSource },
  });
}

/** Shows a form: only as the first answer to a command, never after a deferral. What is handed in is an interaction of its own. */
export async function showForm(
  rest: REST,
  { id, token }: AnswerableInteraction,
  form: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), {
    auth: false,
    body: { type: InteractionResponseType.Modal, data: form },
  });
}

/** Says at once that the press of a button was taken; the message stays as it is. */
export async function acknowledgePress(rest: REST, { id, token }: AnswerableInteraction): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), {
    auth: false,
    body: { type: InteractionResponseType.DeferredMessageUpdate },
  });
}

/** Writes the answer that was deferred. Safe to repeat. Pings nobody but `mention`. */
export async function editAnswer(
  rest: REST,
  applicationId: string,
  token: string,
  { content, embeds, mention }: { content: string; embeds?: APIEmbed[]; mention?: string },
): Promise<void> {
  await rest.patch(Routes.webhookMessage(applicationId, token, '@original'), {
    auth: false,
    body: {
      content,
      ...(embeds?.length && { embeds }),
      allowed_mentions: { parse: [], ...(mention && { users: [mention] }) },
    },
  });
}
