import { MessageFlags, type RESTPostAPIInteractionCallbackWithResponseResult } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answerInteraction, editAnswer, findAnswer, followUp } from '../interactions/answer-interaction';
import { callbackBody } from '../interactions/callback-body';
import { tokenLifetimeMs } from '../interactions/start-interaction';
import { createMessageBody, editMessageBody } from '../messages/message-body';
import type { InteractionRecord } from '../state/records';
import { discordErrors } from './discord-error';
import { parseBody } from './parse-body';
import type { RestDeps } from './rest-deps';

const callbackQuery = z.strictObject({ with_response: z.enum(['true', 'false']).default('false') });
const followUpQuery = z.strictObject({ wait: z.enum(['true', 'false']).optional() });

interface Callback {
  Params: { interactionId: string; token: string };
}
interface Webhook {
  Params: { applicationId: string; token: string };
}
interface WebhookMessage {
  Params: { applicationId: string; token: string; messageId: string };
}

/** Answers to interactions. https://discord.com/developers/docs/interactions/receiving-and-responding */
export function registerInteractionRoutes(app: FastifyInstance, { state }: RestDeps): void {
  /** @throws DiscordError 10015 for a stranger's token or one without a first answer, 50027 after 15 minutes. */
  function answered({ applicationId, token }: Webhook['Params']): InteractionRecord {
    const interaction = state.interactionsByToken.get(token);
    if (!interaction || applicationId !== state.application.id) throw discordErrors.unknownWebhook();
    if (interaction.state === 'waiting' || interaction.state === 'failed') throw discordErrors.unknownWebhook();
    if (interaction.createdAt <= state.clock.now().getTime() - tokenLifetimeMs)
      throw discordErrors.invalidWebhookToken();
    return interaction;
  }

  app.post<Callback>('/interactions/:interactionId/:token/callback', async ({ params, query, body }, reply) => {
    const interaction = state.interactions.get(params.interactionId);
    if (!interaction || interaction.token !== params.token) throw discordErrors.unknownInteraction();
    const callback = parseBody(callbackBody, body);
    const { with_response: withResponse } = parseBody(callbackQuery, query);
    const message = answerInteraction(state, interaction, callback);
    if (withResponse === 'false') return reply.code(204).send();
    const response: RESTPostAPIInteractionCallbackWithResponseResult = {
      interaction: {
        id: interaction.id,
        type: interaction.api.type,
        ...(message && {
          response_message_id: message.id,
          response_message_loading: interaction.state === 'thinking',
          response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
        }),
      },
      resource: { type: callback.type, ...(message && { message }) },
    };
    return response;
  });

  app.post<Webhook>('/webhooks/:applicationId/:token', async ({ params, query, body }) => {
    // Interaction webhooks always answer with the message, as if `wait` were true.
    parseBody(followUpQuery, query);
    return followUp(state, answered(params), parseBody(createMessageBody, body));
  });
  app.get<WebhookMessage>('/webhooks/:applicationId/:token/messages/:messageId', async ({ params }) =>
    findAnswer(state, answered(params), params.messageId),
  );
  app.patch<WebhookMessage>('/webhooks/:applicationId/:token/messages/:messageId', async ({ params, body }) =>
    editAnswer(state, answered(params), params.messageId, parseBody(editMessageBody, body)),
  );
}
